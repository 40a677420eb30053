"""What officials and others are reported to have said."""

from dataclasses import dataclass, field

from .span import FieldSpans, Spans


@dataclass(frozen=True)
class Passage:
    text: str
    spans: Spans


@dataclass(frozen=True)
class Statement:
    """`contradicts` is the index of an earlier statement of the same draft."""

    speaker: str
    gist: Passage
    spans: Spans
    about: str | None = None
    refused: bool = False
    contradicts: int | None = None
    field_spans: FieldSpans = field(default_factory=dict)
    confidence: float = 1.0
    rule: str = ""
