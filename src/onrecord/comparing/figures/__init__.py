"""Figures about one thing over documents: what counts as one thing, when each holds, in which order they stand."""
