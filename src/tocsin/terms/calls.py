"""What the target is told to do, and what the reader is asked to do."""

from dataclasses import dataclass, field

from .span import FieldSpans, Spans


@dataclass(frozen=True)
class Demand:
    text: str
    spans: Spans
    addressed_to: str | None = None
    by: str | None = None
    field_spans: FieldSpans = field(default_factory=dict)
    confidence: float = 1.0
    rule: str = ""


@dataclass(frozen=True)
class Ask:
    """`kind` and `beneficiary` are codes of the draft schema; `when` and `deadline` are EDTF."""

    kind: str
    when: str | None
    deadline: str | None
    spans: Spans
    places: tuple[str, ...] = ()
    by: str | None = None
    audience: str | None = None
    beneficiary: str | None = None
    field_spans: FieldSpans = field(default_factory=dict)
    confidence: float = 1.0
    rule: str = ""
