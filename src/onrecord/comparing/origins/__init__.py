"""Which reports are copies of one story, who wrote it, and from whom a statement is."""
