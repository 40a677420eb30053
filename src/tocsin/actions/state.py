"""An action as it stands, with all that hangs on it, for its history."""

from django.db.models import QuerySet

from tocsin.members.revise import State, as_it_is

from .asks.gather.day_words import day_state
from .models import Action, Capacity, Target

OWN = ("title", "story", "organiser", "deadline", "state")


def state_of(action: Action) -> State:
    """Its own fields, its demands and asks in order, with their subject in the case, its offices, each letter as
    "letter LANGUAGE CAPACITY", each translated text as "translated LANGUAGE DIGEST", and of its day each "called COLUMN"."""
    letters = action.letters.values_list("language", "capacity", "subject", "body")
    translated = action.translated.values_list("language", "of", "text")
    return {
        **as_it_is(action, OWN),
        "demands": demands_of(action),
        "asks": asks_of(action),
        "targets": [list(row) for row in action.targets.values_list("office", "role")],
        "capacities": [list(row) for row in _capacities(action)],
        **{letter_name(language, capacity): [subject, body] for language, capacity, subject, body in letters},
        **{f"translated {language} {of}": text for language, of, text in translated},
        **day_state(action),
    }


def demands_of(action: Action) -> list[list[object]]:
    """Text, whether it goes into the letter, and its subject in the case (or None), in order."""
    return [list(row) for row in action.demands.values_list("text", "goes_into_letter", "subject")]


def asks_of(action: Action) -> list[list[object]]:
    """Kind, text, audience, when, and its subject in the case (or None), in order."""
    return [list(row) for row in action.asks.values_list("kind", "text", "audience", "when", "subject")]


def letter_name(language: str, capacity: str = "") -> str:
    return f"letter {language} {capacity}".rstrip()


def _capacities(action: Action) -> "QuerySet[Target, tuple[object, ...]]":
    """Of the offices that are written to as something else than who answers."""
    others = action.targets.exclude(capacity=Capacity.ANSWERS)
    return others.values_list("office", "capacity", "source", "source_date")
