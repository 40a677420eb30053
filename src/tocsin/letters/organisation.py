"""An organisation's letter on its own paper: the action's words, its head, its place, and the office of who signs."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from tocsin.language.date_words import date_words
from tocsin.letters.compose import Letter
from tocsin.letters.paper import LONGEST_SENDER_LINE
from tocsin.letters.plain_text import one_line
from tocsin.letters.print_sheet import PrintSheet
from tocsin.letters.words import letter_languages, letter_words
from tocsin.printing.letter import LetterSheet

# Below its name: fewer than a person has.
MOST_LINES = 4


@dataclass(frozen=True)
class Letterhead:
    """`lines` are address and the like, `place` stands before the date, `name` may be empty: then a line to sign on."""

    organisation: str
    place: str
    office: str
    name: str = ""
    lines: tuple[str, ...] = ()


def on_behalf(letter: Letter, organisation: str) -> Letter:
    """The letter with a sentence after its salutation that says who writes; as it was where nobody put it into its language."""
    if letter.language.split("-")[0].lower() not in letter_languages():
        return letter
    said = letter_words(letter.language)["on_behalf"].format(organisation=one_line(organisation))
    salutation, gap, rest = letter.body.partition("\n\n")
    return replace(letter, body=f"{salutation}\n\n{said}\n\n{rest}" if gap else f"{said}\n\n{salutation}")


def organisation_sheets(
    language: str, sheets: Sequence[PrintSheet], head: Letterhead, made_on: str
) -> list[LetterSheet]:
    """One for each office; `made_on` is an ISO day."""
    day = date_words(made_on, language)
    return [
        LetterSheet(
            language=language,
            address=sheet.address,
            date=f"{head.place}, {day}" if head.place else day,
            subject=sheet.subject,
            paragraphs=sheet.paragraphs,
            sender=(one_line(head.organisation)[:LONGEST_SENDER_LINE], *head.lines),
            name=head.name,
            copies=sheet.copies,
            head=head.organisation,
            office=head.office,
        )
        for sheet in sheets
    ]
