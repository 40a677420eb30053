"""A letter on paper, by post or by fax: what stands where on the sheet."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from tocsin.letters.compose import Addressee, Letter
from tocsin.letters.plain_text import one_line
from tocsin.letters.words import letter_words

_LINES_A_PAGE = 45
_CHARACTERS_A_LINE = 85


@dataclass(frozen=True)
class PrintSheet:
    """`address` is one line each, from the office holder to the country; name and date are left for the pen.

    `copies` says below the letter who gets a copy, one line an office.
    """

    address: tuple[str, ...]
    subject: str
    paragraphs: tuple[str, ...]
    copies: tuple[str, ...] = ()


@dataclass(frozen=True)
class FaxSheet:
    """A cover in words, then the sheet; `number` must be one that a person has confirmed."""

    cover: tuple[str, ...]
    sheet: PrintSheet


def print_sheet(
    letter: Letter, addressee: Addressee, address: str | None, copies: Sequence[str] = ()
) -> PrintSheet:
    """`address` is postal, its parts on lines of their own or parted by commas; None prints the office alone.

    `copies` are the names of the offices that get a copy.
    """
    parts = [one_line(part) for part in re.split(r"[\r\n;]+|, ", address or "")]
    head = [one_line(addressee.person or ""), one_line(addressee.office)]
    lines = [line for line in (*head, *parts) if line]
    note = letter_words(letter.language)["copy_note"]
    return PrintSheet(
        tuple(dict.fromkeys(lines)),
        letter.subject,
        _paragraphs(letter.body),
        tuple(note.format(office=one_line(office)) for office in copies),
    )


def fax_sheet(letter: Letter, addressee: Addressee, number: str) -> FaxSheet:
    """The sheet with a cover that names office, number, subject and pages."""
    words = letter_words(letter.language)["fax"]
    sheet = print_sheet(letter, addressee, None)
    cover = (
        words["heading"],
        words["to"].format(office=one_line(addressee.office)),
        words["number"].format(number=number),
        words["subject"].format(subject=letter.subject),
        words["pages"].format(pages=pages_of(letter.body) + 1),
    )
    return FaxSheet(cover, sheet)


def pages_of(body: str) -> int:
    """Pages that a letter takes in the print style, at least one."""
    lines = sum(1 + len(line) // _CHARACTERS_A_LINE for line in body.splitlines())
    return max(1, -(-lines // _LINES_A_PAGE))


def _paragraphs(body: str) -> tuple[str, ...]:
    return tuple(p.strip() for p in re.split(r"\n\s*\n", body) if p.strip())
