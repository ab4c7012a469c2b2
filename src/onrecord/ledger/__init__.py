"""The ledger: texts, the addresses they were found at, and what was read in them, kept for good."""

from onrecord.ledger.browsing import Found
from onrecord.ledger.contexts import Shown
from onrecord.ledger.copies import Copy, CopyJson, Counts, Version
from onrecord.ledger.facets import Count, Facets
from onrecord.ledger.ledger import Ledger, open_ledger
from onrecord.ledger.listing import DocumentOrder, Listed, Listing
from onrecord.ledger.problem import Problem, ProblemJson
from onrecord.ledger.runs import Card, ReadBy, Run
from onrecord.ledger.searching import Hit, HitJson
from onrecord.ledger.storing import Added
from onrecord.ledger.surroundings import Surroundings
from onrecord.ledger.voices import Suggestions, Voice, Voices

__all__ = [
    "Added",
    "Card",
    "Copy",
    "CopyJson",
    "Count",
    "Counts",
    "DocumentOrder",
    "Facets",
    "Found",
    "Hit",
    "HitJson",
    "Ledger",
    "Listed",
    "Listing",
    "Problem",
    "ProblemJson",
    "ReadBy",
    "Run",
    "Shown",
    "Suggestions",
    "Surroundings",
    "Version",
    "Voice",
    "Voices",
    "open_ledger",
]
