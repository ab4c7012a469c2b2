"""Scores of the whole program against gold, and the floors that they may not fall below."""
