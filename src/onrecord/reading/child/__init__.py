"""Formats that can hang, crash or swell are read in a process of their own, with an end to its time and memory."""

from onrecord.reading.child.jobs import Item, Job
from onrecord.reading.child.keeper import Keeper

__all__ = ["Item", "Job", "Keeper"]
