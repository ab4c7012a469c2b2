"""Statements as citations in three styles, and documents as entries of BibTeX."""
