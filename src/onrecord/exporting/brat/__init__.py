"""Brat standoff in PolNeAR's layout: a text and its annotations, two files a document, and back without loss.

Format: https://brat.nlplab.org/standoff.html. Attributions stand as PolNeAR has them (Newell, Margolin and Ruths
2018): text-bound Source, Cue and Content, and an event Attribution over the cue that links them.
"""

from onrecord.exporting.brat.folder import read_brat, write_brat

__all__ = ["read_brat", "write_brat"]
