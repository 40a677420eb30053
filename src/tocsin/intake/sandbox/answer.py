"""What goes from the child to its parent: JSON, with bytes as base64."""

import json
from base64 import b64decode, b64encode
from collections.abc import Sequence
from typing import Any

from tocsin.intake import errors
from tocsin.intake.extracted import Enclosed, Extracted, Note, PictureOfPage, Piece
from tocsin.terms.span import Span


def written(pieces: Sequence[Piece]) -> bytes:
    return json.dumps({"pieces": [_row(piece) for piece in pieces]}).encode()


def refused(refusal: errors.Unreadable) -> bytes:
    return json.dumps({"refused": type(refusal).__name__, "sentence": str(refusal)}).encode()


def read(answer: bytes) -> tuple[Piece, ...]:
    """Raises what the child refused, and `ValueError` for what is no answer."""
    found = json.loads(answer)
    if "refused" in found:
        raise _refusal(found["refused"], str(found["sentence"]))
    return tuple(_piece(row) for row in found["pieces"])


def _refusal(kind: str, sentence: str) -> errors.Unreadable:
    found = getattr(errors, kind, None)
    if not isinstance(found, type) or not issubclass(found, errors.Unreadable):
        raise ValueError(f"no refusal: {kind}")
    return found(sentence)


def _row(piece: Piece) -> dict[str, Any]:
    if isinstance(piece, Enclosed):
        return {"name": piece.name, "data": b64encode(piece.data).decode("ascii")}
    if isinstance(piece, PictureOfPage):
        return {"page": piece.index}
    notes = [(note.code, note.message, note.spans) for note in piece.notes]
    return {"text": piece.text, "published": piece.published, "notes": notes, "charset": piece.charset}


def _piece(row: dict[str, Any]) -> Piece:
    if "name" in row:
        return Enclosed(row["name"], b64decode(row["data"]))
    if "page" in row:
        return PictureOfPage(row["page"])
    notes = (
        Note(code, message, tuple(Span(*span) for span in spans)) for code, message, spans in row["notes"]
    )
    return Extracted(str(row["text"]), row["published"], tuple(notes), row["charset"])
