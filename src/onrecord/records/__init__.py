"""The nouns of the codebook: frozen, typed, and locked to the characters they came from."""

from onrecord.records.attribution import Attribution
from onrecord.records.certainty import at_least
from onrecord.records.changing import new_entity
from onrecord.records.correcting import Corrected, Touched, corrected
from onrecord.records.correction import Changes, Correction, CorrectionJson, Verdict
from onrecord.records.document import Dateline, Document, DocumentJson, Zone, ZoneKind, paragraphs_of, refuse_binary
from onrecord.records.entity import Entity, EntityJson, EntityKind, Role
from onrecord.records.event import Event, EventJson, EventType, Status
from onrecord.records.figure import Bound, Change, Figure, FigureJson, bounds_of
from onrecord.records.findings import Findings, Mention, MentionKind, Name, NameKind, Quantity, Timex, Trigger
from onrecord.records.given import Given
from onrecord.records.ids import Layer, document_id, record_id
from onrecord.records.items import Item, ItemJson, ItemLayer
from onrecord.records.judgement import Judgement
from onrecord.records.meaning import MEANING_WIDTH, Meaning, MeaningKind
from onrecord.records.record import Record, RecordJson
from onrecord.records.ref import Ref, RefJson
from onrecord.records.seen import EntityKey, EntityKeyJson, IdentityJudgement, IdentityJudgementJson, Judge, Seen
from onrecord.records.span import Span, SpanJson
from onrecord.records.statement import (
    Act,
    Factuality,
    How,
    Statement,
    StatementJson,
    StatementKind,
    StatementType,
)
from onrecord.records.time import Time, TimeJson, TimeType
from onrecord.records.told import Page, ToldFigure, ToldStatement, page_of
from onrecord.records.traces import NO_TRACES, Traces
from onrecord.records.uttered import Uttered

__all__ = [
    "MEANING_WIDTH",
    "NO_TRACES",
    "Act",
    "Attribution",
    "Bound",
    "Change",
    "Changes",
    "Corrected",
    "Correction",
    "CorrectionJson",
    "Dateline",
    "Document",
    "DocumentJson",
    "Entity",
    "EntityJson",
    "EntityKey",
    "EntityKeyJson",
    "EntityKind",
    "Event",
    "EventJson",
    "EventType",
    "Factuality",
    "Figure",
    "FigureJson",
    "Findings",
    "Given",
    "How",
    "IdentityJudgement",
    "IdentityJudgementJson",
    "Item",
    "ItemJson",
    "ItemLayer",
    "Judge",
    "Judgement",
    "Layer",
    "Meaning",
    "MeaningKind",
    "Mention",
    "MentionKind",
    "Name",
    "NameKind",
    "Page",
    "Quantity",
    "Record",
    "RecordJson",
    "Ref",
    "RefJson",
    "Role",
    "Seen",
    "Span",
    "SpanJson",
    "Statement",
    "StatementJson",
    "StatementKind",
    "StatementType",
    "Status",
    "Time",
    "TimeJson",
    "TimeType",
    "Timex",
    "ToldFigure",
    "ToldStatement",
    "Touched",
    "Traces",
    "Trigger",
    "Uttered",
    "Verdict",
    "Zone",
    "ZoneKind",
    "at_least",
    "bounds_of",
    "corrected",
    "document_id",
    "new_entity",
    "page_of",
    "paragraphs_of",
    "record_id",
    "refuse_binary",
]
