"""Parts of speech and syntactic functions: layers that are trained and left out of the exported model.

What they teach the encoder lifts the layers that are read (docs/training.md); nothing reads them themselves. The names
are those of Universal Dependencies (de Marneffe et al. 2021), relations without their subtypes.
"""

from collections.abc import Mapping
from types import MappingProxyType

from onrecord.encoder.tags import LAYERS

PARTS_OF_SPEECH = tuple(
    "ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SYM VERB X".split()
)
FUNCTIONS = tuple(
    "acl advcl advmod amod appos aux case cc ccomp clf compound conj cop csubj dep det discourse dislocated expl fixed"
    " flat goeswith iobj list mark nmod nsubj nummod obj obl orphan parataxis punct reparandum root vocative xcomp".split()
)
SYNTAX: Mapping[str, tuple[str, ...]] = MappingProxyType({"pos": PARTS_OF_SPEECH, "functions": FUNCTIONS})
TAUGHT: Mapping[str, tuple[str, ...]] = MappingProxyType({**LAYERS, **SYNTAX})
"""All layers that are trained: those that the program reads, and these."""
