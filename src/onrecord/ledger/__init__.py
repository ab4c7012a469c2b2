"""The ledger: texts, the addresses they were found at, and what was read in them, kept for good."""

from onrecord.ledger.copies import Copy, CopyJson, Counts, Version
from onrecord.ledger.ledger import Ledger, open_ledger
from onrecord.ledger.problem import Problem, ProblemJson
from onrecord.ledger.runs import Card, ReadBy, Run
from onrecord.ledger.searching import Hit, HitJson
from onrecord.ledger.storing import Added

__all__ = [
    "Added",
    "Card",
    "Copy",
    "CopyJson",
    "Counts",
    "Hit",
    "HitJson",
    "Ledger",
    "Problem",
    "ProblemJson",
    "ReadBy",
    "Run",
    "Version",
    "open_ledger",
]
