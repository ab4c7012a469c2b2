"""Scores to spans: attributions as the text has them; who the source is, resolving decides."""

from onrecord.finding.finder import find

__all__ = ["find"]
