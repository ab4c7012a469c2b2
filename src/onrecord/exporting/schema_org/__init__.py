"""Records as linked data in the terms of schema.org."""
