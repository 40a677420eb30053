"""The child: `python -I -m tocsin.intake.sandbox.child parse KIND` with the file on standard input."""

import os
import sys
from collections.abc import Callable, Sequence
from importlib import import_module

from tocsin.intake.errors import Damaged, Overblown, Unreadable
from tocsin.intake.extracted import Piece
from tocsin.intake.sandbox.answer import refused, written
from tocsin.intake.sandbox.confine import PARSING, RECOGNISING, confine, forbid

# Kind -> module and function: bytes -> pieces.
PARSERS = {
    "html": ("tocsin.intake.html", "page_pieces"),
    "page_links": ("tocsin.intake.page_links", "link_pieces"),
    "mail_links": ("tocsin.intake.page_links", "mail_link_pieces"),
    "pdf": ("tocsin.intake.pdf", "pdf_pieces"),
    "docx": ("tocsin.intake.docx", "docx_pieces"),
    "odt": ("tocsin.intake.odt", "odt_pieces"),
    "xlsx": ("tocsin.intake.xlsx", "xlsx_pieces"),
    "rtf": ("tocsin.intake.rtf", "rtf_pieces"),
    "mail": ("tocsin.intake.mail", "mail_pieces"),
    "mbox": ("tocsin.intake.mail", "mbox_pieces"),
}


def main(arguments: Sequence[str]) -> None:
    act, *rest = arguments
    if act == "recognise":
        confine(RECOGNISING)
        os.execvp("tesseract", ["tesseract", *rest])
    confine(PARSING)
    forbid()
    data = sys.stdin.buffer.read()
    sys.stdout.buffer.write(_page(data, int(rest[0])) if act == "draw" else _parsed(data, rest[0]))


def _parsed(data: bytes, kind: str) -> bytes:
    try:
        return written(_parser(kind)(data))
    except Unreadable as refusal:
        return refused(refusal)
    except (MemoryError, RecursionError):
        return refused(
            Overblown("it unpacks to more than may be read; save its text as plain text and read that")
        )
    except Exception:  # whatever a stranger's file does to a parser, people get a sentence
        return refused(
            Damaged("it is damaged or not what it says it is; save it anew, or its text as plain text")
        )


def _parser(kind: str) -> Callable[[bytes], Sequence[Piece]]:
    module, name = PARSERS[kind]
    parser: Callable[[bytes], Sequence[Piece]] = getattr(import_module(module), name)
    return parser


def _page(data: bytes, index: int) -> bytes:
    from tocsin.intake.pdf import page_picture

    return page_picture(data, index)


if __name__ == "__main__":
    main(sys.argv[1:])
