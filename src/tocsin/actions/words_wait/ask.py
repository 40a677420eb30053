"""Asking for a second person's agreement to other words of a public action; what one member asks for is one request."""

from collections.abc import Collection

from django.db import transaction

from tocsin.actions.models import Action
from tocsin.cases.second_person import fingerprint
from tocsin.cases.shown_more.ask import own_request
from tocsin.members.models import Member, SecondPersonRequest
from tocsin.members.revise import State
from tocsin.members.second_person import refuse, waiting

from ..access import must_edit
from ..state import state_of
from .gate import ACT, BY_OFFICE, hers


@transaction.atomic
def ask_to_change(action: Action, wish: State, says: Collection[str], by: Member) -> SecondPersonRequest:
    """Adds the wish to what she asked for; of `says` only what the wish holds. Raises CannotChange of the case while somebody else's request is open."""
    must_edit(action, by)
    request = own_request(ACT, action, by)
    _keep(request, {**_without(words_of(request), says), **_joined(words_of(request), wish)})
    return request


def take_back(action: Action, says: Collection[str], by: Member) -> None:
    """She has stored these fields as they are to stand: what she asked for of them is asked for no more."""
    request = hers(action, by)
    if request is None or not set(says) & set(words_of(request)):
        return
    if left := _without(words_of(request), says):
        _keep(request, left)
    else:
        refuse(request, by)


def words_of(request: SecondPersonRequest) -> State:
    """The fields of `state_of` that would change; of offices the changed rows alone."""
    return dict(request.wanted[0]) if request.wanted else {}


def words_waiting(action: Action) -> SecondPersonRequest | None:
    """The request by which the action is to say something else of itself."""
    return waiting(ACT, action)


def words_before(action: Action, words: State) -> State:
    """What stands now in the place of `words`."""
    stands = state_of(action)
    return {
        name: _of_them(stands, name, new) if name in BY_OFFICE else stands.get(name)
        for name, new in words.items()
    }


def words_fingerprint(action: Action, request: SecondPersonRequest) -> str:
    """Of what an agreement stands for: the words before, and those after."""
    words = words_of(request)
    return fingerprint([words_before(action, words), words])


def _of_them(stands: State, name: str, new: list[list[object]]) -> list[object]:
    offices = {row[0] for row in new}
    return [row for row in stands[name] if row[0] in offices]


def _without(words: State, says: Collection[str]) -> State:
    return {name: value for name, value in words.items() if name not in says}


def _joined(words: State, wish: State) -> State:
    """Rows of offices are added to those that she asked for before."""
    rows = {
        name: list({row[0]: row for row in [*words.get(name, ()), *wish[name]]}.values())
        for name in BY_OFFICE & set(wish)
    }
    return {**wish, **rows}


def _keep(request: SecondPersonRequest, words: State) -> None:
    request.wanted = [words]
    request.save(update_fields=["wanted"])
