"""What became of each passage of a document in another, and how documents word a topic."""
