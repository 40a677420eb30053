"""One report's bytes -> its text, with what is known about it."""

from dataclasses import dataclass

from tocsin.intake.charsets import decode
from tocsin.intake.errors import Empty
from tocsin.intake.files import limited
from tocsin.intake.kinds import media_type


@dataclass(frozen=True)
class Received:
    """`published` (EDTF) is what the page itself declares; `notes` are warnings: (code, message)."""

    text: str
    media_type: str
    charset: str
    published: str | None
    notes: tuple[tuple[str, str], ...]


def receive(data: bytes, name: str) -> Received:
    """Raises `Unreadable`. Plain text is kept letter for letter; of a page the words a reader sees."""
    limited(data)
    kind = media_type(data)
    text, charset = decode(data, kind == "text/html")
    if kind == "text/html":
        from tocsin.intake.html import page_text  # here, since text files need no lxml

        page = page_text(text)
        if not page.text.strip():
            raise Empty("this page holds no words; save it from the browser as text and read that")
        return Received(page.text, kind, charset, page.published, page.notes)
    if not text.strip():
        raise Empty("there are no words in this file; save the text into it again")
    return Received(text, kind, charset, None, ())
