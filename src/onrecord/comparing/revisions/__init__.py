"""What a new version of a page changed, in claims, and which corrections are declared."""
