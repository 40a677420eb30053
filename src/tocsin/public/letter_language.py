"""In which language a letter is offered: one that the office reads, and beside it what it says in the supporter's own."""

from collections.abc import Iterable

from babel.languages import get_official_languages

from tocsin.actions.view import ActionView, LetterView
from tocsin.delivery.destination import Destination


def offered_letter(view: ActionView, to: Destination, chosen: str, reader: str) -> LetterView | None:
    """The chosen one; else hers where the office reads it, else the action's own where it does, else any that it reads.

    Where it reads none of them, the action's own. None where there is no letter.
    """
    there = {letter.language for letter in view.letters_for(to.capacity)}
    read = read_by(to)
    wanted = [chosen, *(code for code in (reader, view.own_language, *sorted(there)) if code in read)]
    language = next((code for code in wanted if code in there), view.own_language)
    return view.letter(language, to.capacity)


def translation_of(letters: Iterable[LetterView], language: str, reader: str, own: str) -> LetterView | None:
    """The letter in the reader's language, else in the action's own, where it is offered in another."""
    by_language = {letter.language: letter for letter in letters}
    beside = next((code for code in (reader, own) if code in by_language), language)
    return None if language in (reader, beside) else by_language[beside]


def read_by(to: Destination) -> set[str]:
    """Languages (ISO 639-1) of the office's state, and of the country where it stands, by CLDR."""
    countries = {to.office.of_country, to.office.in_country} - {"", None}
    return {language for country in countries for language in get_official_languages(country, de_facto=True)}
