"""How a speaker's line on a topic moved, and who promised what to whom by when."""
