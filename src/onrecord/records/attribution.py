"""An attribution as it is found: spans that belong together, before anybody has asked who the source is."""

from dataclasses import dataclass

from onrecord.errors import RecordError
from onrecord.records.checks import refuse_disorder, refuse_improbable, refuse_unknown
from onrecord.records.judgement import Judgement
from onrecord.records.span import Span
from onrecord.records.statement import STATEMENT_TYPES, StatementType


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """Source, cue and content of one attribution (PARC3, PolNeAR), what finding hands to resolving.

    `content` is in the order of the text, one span or more. `carried` marks a quotation with no source or cue of
    its own: its speaker is that of the attribution before it. `confidence` is the probability that the spans are
    right and belong together. `judgement` is what is judged of it as a whole, `condition` what its content depends
    on. Raises RecordError for content that is missing, overlaps or is out of order.
    """

    content: tuple[Span, ...]
    type: StatementType
    source: Span | None = None
    cue: Span | None = None
    carried: bool = False
    confidence: float | None = None
    judgement: Judgement | None = None
    condition: Span | None = None

    def __post_init__(self) -> None:
        if not self.content:
            raise RecordError("attribution", "has no content", "give the spans of what was said")
        refuse_disorder("attribution", self.content)
        refuse_unknown("type", self.type, STATEMENT_TYPES)
        refuse_improbable(self.confidence)
