"""Whether a change to an action that the public sees waits for a second person, and what of it."""

from collections.abc import Collection
from typing import Any

from tocsin.actions.models import Action
from tocsin.cases.shown_more.ask import asked_by_another
from tocsin.cases.shown_more.takes_away import takes_away
from tocsin.members.models import Member, SecondPersonRequest
from tocsin.members.revise import State
from tocsin.members.second_person import NeedsSecondPerson, is_needed, waiting

from ..asks.gather.day_words import CALLED, day_says_less
from ..errors import CannotPublish

ACT = "action.words_changed"
# Lists of rows: what stands behind them is public row by row.
ROWS = frozenset({"demands", "asks"})
# Those whose first value is the office that they are of; of these a wish holds the changed rows alone.
BY_OFFICE = frozenset({"targets", "capacities"})


class WordsNeedAnother(NeedsSecondPerson):
    """They would be public at once: `ask.ask_to_change(action, wish, says, by)` asks for them instead."""

    def __init__(self, action: Action, wish: State, says: Collection[str]) -> None:
        super().__init__()
        self.action, self.wish, self.says = action, wish, says


def must_not_wait(action: Action, by: Member, says: Collection[str], was: State, now: State) -> None:
    """`was` and `now` as `state_of` gives them; `says` names fields that the act sets as a whole.

    Raises WordsNeedAnother, and CannotPublish while somebody else's words wait.
    """
    if not (action.is_visible and is_needed(ACT)):
        return
    wish = _wish(was, now)
    if not wish or all(_is_less(name, was.get(name), now.get(name)) for name in wish):
        return
    if (asked := waiting(ACT, action)) and asked.asked_by_id != by.pk:
        raise CannotPublish([asked_by_another(asked)])
    raise WordsNeedAnother(action, wish, says)


def hers(action: Action, by: Member) -> SecondPersonRequest | None:
    """Her own request for other words of this action, while nobody has answered it."""
    request = waiting(ACT, action)
    return request if request and request.asked_by_id == by.pk else None


def _wish(was: State, now: State) -> State:
    names = [name for name in {**was, **now} if was.get(name) != now.get(name)]
    changed = {n: _rows(n, was, now) if n in BY_OFFICE else now.get(n) for n in names}
    return {name: value for name, value in changed.items() if value or name not in BY_OFFICE}


def _rows(name: str, was: State, now: State) -> list[Any]:
    """New or changed; an office that is written to as who answers again has an empty row."""
    kept = {office for office, *_role in now["targets"]}
    stood, stands = ({row[0]: row for row in state[name]} for state in (was, now))
    ended = [[office, "", "", ""] for office in stood if office in kept and office not in stands]
    return [row for office, row in stands.items() if row != stood.get(office)] + ended


def _is_less(name: str, old: Any, new: Any) -> bool:
    """Whether nothing but whole rows, paragraphs or texts went: that goes at once, by one person."""
    if name == "story":
        return takes_away(old or "", new or "")
    if name in CALLED:
        return day_says_less(CALLED[name], old, new)
    if name in ROWS:
        left = iter(old)
        return all(row in left for row in new)
    if name.startswith("letter ") and old and new:
        return bool(old[0] == new[0]) and takes_away(old[1], new[1])
    return new is None and name.startswith(("letter ", "translated "))
