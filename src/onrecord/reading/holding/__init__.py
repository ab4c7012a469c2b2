"""The formats that hold several documents."""
