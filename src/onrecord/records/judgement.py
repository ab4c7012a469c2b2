"""What is judged of a statement as a whole, and how sure each answer is."""

from dataclasses import dataclass

from onrecord.records.checks import refuse_improbable, refuse_unknown
from onrecord.records.statement import ACTS, FACTUALITIES, STATEMENT_KINDS, Act, Factuality, StatementKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """The likeliest act, kind and factuality of one statement, each with its probability.

    Raises RecordError for a value that the codebook does not list, or a probability that is none.
    """

    act: Act
    kind: StatementKind
    factuality: Factuality
    act_sure: float
    kind_sure: float
    factuality_sure: float

    def __post_init__(self) -> None:
        refuse_unknown("act", self.act, ACTS)
        refuse_unknown("kind", self.kind, STATEMENT_KINDS)
        refuse_unknown("factuality", self.factuality, FACTUALITIES)
        for sure in (self.act_sure, self.kind_sure, self.factuality_sure):
            refuse_improbable(sure)
