"""What cannot both hold: numbers that cannot meet, denials, announcements recalled with another number."""
