"""The note as a sheet of paper."""

from tocsin.language.date_words import date_words
from tocsin.letters.words import paper_words
from tocsin.printing.note import Note, print_note
from tocsin.printing.sheet import Sheet

from .models import CellNote


def note_pdf(note: CellNote, language: str = "") -> Sheet:
    """One A4 page, in `language` for supporters, else in its own; the same note gives the same bytes. Raises CannotPrint."""
    language = language or note.language
    words = paper_words(language)["note"]
    first, last, since = (
        date_words(day.isoformat(), language) for day in (note.first_day, note.last_day, note.since)
    )
    rows = [
        (words["people"], note.people),
        (words["countries"], note.countries),
        (words["own"], note.own_letters),
        (words["since"].format(day=since), note.letters),
    ]
    sheet = Note(
        language=language,
        heading=words["heading"],
        period=words["period"].format(first=first, last=last),
        rows=tuple((label, str(number)) for label, number in rows if number),
        offices_label=words["offices"],
        offices=tuple(note.offices),
        closing=words["closing"],
    )
    return print_note(sheet, note.last_day.isoformat())
