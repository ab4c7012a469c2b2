"""What this room has learnt from data: how sure its records are."""
