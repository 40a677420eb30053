"""What the call of a day says, as part of what its action says: for the action's history, and for whoever agrees to it."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from tocsin.actions.errors import CannotPublish
from tocsin.actions.models import Action
from tocsin.cases.shown_more.takes_away import takes_away
from tocsin.members.revise import State, as_it_is

from .changed import gatherings_changed
from .models import CalledDay


@dataclass(frozen=True)
class Call:
    """`dangerous` are ISO codes of countries where, as in the country of events, nothing is hosted."""

    first_day: date
    last_day: date
    kinds: tuple[str, ...]
    words: str
    words_there: str = ""
    dangerous: tuple[str, ...] = ()


# The fields of a state of an action that tell of its day, by the column that each stands for.
CALLED = {f"called {name}": name for name in Call.__dataclass_fields__}


def day_state(action: Action) -> State:
    """Of the day that stands; empty where none was called, or it was called off."""
    day = CalledDay.objects.filter(action=action, called_off_at=None).first()
    return {name: as_it_is(day, [column])[column] for name, column in CALLED.items()} if day else {}


def told_in(state: State) -> State:
    """What a state of an action says of its day, by column."""
    return {column: state[name] for name, column in CALLED.items() if state.get(name) is not None}


def put_day(action: Action, told: State) -> None:
    """Columns of the day. Raises CannotPublish where only some are told and no day stands any more."""
    stands = CalledDay.objects.filter(action=action, called_off_at=None).exists()
    if not stands and len(told) < len(CALLED):
        raise CannotPublish([_("The day was called off meanwhile.")])
    days = {name: date.fromisoformat(value) for name, value in told.items() if name.endswith("_day")}
    CalledDay.objects.update_or_create(action=action, defaults={**told, **days, "called_off_at": None})
    gatherings_changed(action)


def told_of(call: Call) -> State:
    """All columns, as a state holds them."""
    days = {name: getattr(call, name).isoformat() for name in ("first_day", "last_day")}
    words = {name: getattr(call, name).strip() for name in ("words", "words_there")}
    return {**days, **words, "kinds": list(call.kinds), "dangerous": sorted(set(call.dangerous))}


def day_says_less(column: str, old: Any, new: Any) -> bool:
    """Whether nothing but paragraphs or kinds went, or countries came where nothing is hosted: that goes at once."""
    if column == "dangerous":
        return set(old or ()) <= set(new or ())
    if column == "kinds":
        return set(new or ()) <= set(old or ())
    return column.startswith("words") and takes_away(old or "", new or "")
