"""The formats in which wire services send their items."""
