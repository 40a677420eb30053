"""The call of a day in the language of the moment, where somebody has translated it."""

from collections.abc import Callable

from django.utils.translation import get_language

from tocsin.actions.translated.told import words_in
from tocsin.cases.mask import Mask

from .models import CalledDay


def said_of_day(day: CalledDay, mask: Mask) -> tuple[str, Callable[[str], str]]:
    """The language of its words, and how each is said in it: all of the day, or none of it."""
    own = day.action.language
    reader = (get_language() or own).split("-")[0]
    known = words_in(day.action, reader) if reader != own else None
    if known and all(known(mask.text(text)) is not None for text in (day.words, day.words_there)):
        return reader, lambda text: mask.text(known(mask.text(text)) or "")
    return own, mask.text
