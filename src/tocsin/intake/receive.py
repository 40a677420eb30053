"""One report's bytes -> its text, with what is known about it."""

from collections.abc import Iterable
from dataclasses import dataclass

from tocsin.intake.charsets import decode
from tocsin.intake.errors import Empty
from tocsin.intake.extracted import Extracted, Note
from tocsin.intake.files import MOST_IN_PROCESS, limited
from tocsin.intake.kinds import HTML, PLAIN, media_type


@dataclass(frozen=True)
class Received:
    """`published` (EDTF) is what the file itself declares; `charset` is empty where its format has its own."""

    text: str
    media_type: str
    charset: str
    published: str | None
    notes: tuple[Note, ...]


def receive(data: bytes, name: str) -> Received:
    """Raises `Unreadable`. Plain text is kept letter for letter; of all else the words a reader sees."""
    limited(data)
    kind = media_type(data)
    found = _extracted(data, kind)
    if not found.text.strip():
        raise Empty("there are no words in this file; save the text into it again")
    return Received(found.text, kind, found.charset or "", found.published, _once(found.notes))


def _extracted(data: bytes, kind: str) -> Extracted:
    """Parsers are loaded only when they are needed: most reports are plain text."""
    if kind == PLAIN:
        text, charset = decode(data, is_html=False)
        return Extracted(text, charset=charset)
    if kind == HTML and len(data) <= MOST_IN_PROCESS:
        from tocsin.intake.html import read_page

        return read_page(data)
    from tocsin.intake.documents import read_document

    return read_document(data, kind)


def _once(notes: Iterable[Note]) -> tuple[Note, ...]:
    return tuple(dict.fromkeys(notes))
