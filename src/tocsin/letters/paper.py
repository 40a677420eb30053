"""A letter as a sheet of paper: the words of its date, its cover for the fax, and who sends it."""

from collections.abc import Sequence
from dataclasses import dataclass

from tocsin.language.date_words import date_words
from tocsin.letters.compose import Letter
from tocsin.letters.plain_text import one_line
from tocsin.letters.print_sheet import PrintSheet
from tocsin.letters.words import paper_words
from tocsin.printing.letter import FaxCover, LetterSheet

MOST_SENDER_LINES = 5
LONGEST_SENDER_LINE = 60


@dataclass(frozen=True)
class Sender:
    """Who writes, as she wants to stand on the sheet: `lines` from the name on. None at all is a way without a name.

    `signs` leaves room for a signature.
    """

    lines: tuple[str, ...] = ()
    signs: bool = True

    @property
    def name(self) -> str:
        return next(iter(self.lines), "")


def sender_lines(text: str) -> tuple[str, ...]:
    """From a text field, empty ones left out. More than `MOST_SENDER_LINES` of `LONGEST_SENDER_LINE` letters find no room."""
    return tuple(line for line in map(one_line, text.splitlines()) if line)


def letter_sheet(
    letter: Letter, sheet: PrintSheet, made_on: str, sender: Sender, fax_number: str = ""
) -> LetterSheet:
    """`made_on` is an ISO day. A `fax_number`, which a person must have confirmed, puts a cover before it."""
    day = date_words(made_on, letter.language)
    return LetterSheet(
        language=letter.language,
        address=sheet.address,
        date=day,
        subject=sheet.subject,
        paragraphs=_without_own_name(sheet.paragraphs, sender.name),
        sender=sender.lines,
        name=sender.name,
        has_pen=sender.signs,
        copies=sheet.copies,
        fax=_cover(letter.language, sheet, fax_number, day, sender) if fax_number else None,
    )


def _without_own_name(paragraphs: Sequence[str], name: str) -> tuple[str, ...]:
    """Her name as the letter's last line, where it stands below the room for the signature once more."""
    if not name or not paragraphs:
        return tuple(paragraphs)
    *before, last = paragraphs
    lines = last.splitlines()
    if one_line(lines[-1]).casefold() != name.casefold():
        return tuple(paragraphs)
    kept = "\n".join(lines[:-1]).rstrip()
    return (*before, kept) if kept else tuple(before)


def _cover(language: str, sheet: PrintSheet, number: str, day: str, sender: Sender) -> FaxCover:
    words = paper_words(language)["fax"]
    rows = (
        (words["to"], ", ".join(sheet.address)),
        (words["number"], number),
        (words["from"], sender.name),
        (words["date"], day),
        (words["subject"], sheet.subject),
    )
    return FaxCover(words["heading"], tuple(row for row in rows if row[1]), words["pages"])
