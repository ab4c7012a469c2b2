"""Parts of speech and syntactic functions: layers that are trained and left out of the exported model.

What they teach the encoder lifts the layers that are read (docs/training.md); nothing reads them themselves. The names
are those of Universal Dependencies (de Marneffe et al. 2021), relations without their subtypes.
"""

from collections.abc import Mapping
from types import MappingProxyType

from onrecord.encoder.tags import LAYERS

_POS = "ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SYM VERB X"
PARTS_OF_SPEECH = tuple(_POS.split())
_CLAUSES = "acl advcl ccomp csubj parataxis root xcomp"
_NOMINALS = "appos dislocated expl iobj nmod nsubj nummod obj obl vocative"
_MODIFIERS = "advmod amod aux case cc clf cop det discourse mark"
_OTHERS = "compound conj dep fixed flat goeswith list orphan punct reparandum"
FUNCTIONS = tuple(" ".join((_CLAUSES, _NOMINALS, _MODIFIERS, _OTHERS)).split())
SYNTAX: Mapping[str, tuple[str, ...]] = MappingProxyType({"pos": PARTS_OF_SPEECH, "functions": FUNCTIONS})
TAUGHT: Mapping[str, tuple[str, ...]] = MappingProxyType({**LAYERS, **SYNTAX})
"""All layers that are trained: those that the program reads, and these."""
