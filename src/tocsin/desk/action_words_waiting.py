"""Words of an action that wait for a second person: how they stand beside those that the public reads, and for whom they wait."""

from dataclasses import dataclass

from tocsin.actions.models import Action
from tocsin.actions.words_wait.ask import words_before, words_of, words_waiting
from tocsin.actions.words_wait.gate import hers
from tocsin.cases.access import holds_on
from tocsin.cases.second_person import RIGHT_FOR, seconds
from tocsin.members.models import Member, SecondPersonRequest
from tocsin.members.revise import State

from .history_words import Changed, changes_between


@dataclass(frozen=True)
class ActionWaiting:
    """`seconds` could agree; `may_open` whether the reader of the page may look at the request itself."""

    request: SecondPersonRequest
    changes: list[Changed]
    seconds: list[Member]
    may_open: bool


def action_waiting(action: Action, reader: Member) -> ActionWaiting | None:
    request = words_waiting(action)
    if request is None:
        return None
    others = seconds(action.case, request.act, besides=request.asked_by)
    may_open = request.asked_by_id == reader.pk or holds_on(action.case, reader, RIGHT_FOR[request.act])
    return ActionWaiting(request, changed_then(action, request), others, may_open)


def changed_then(action: Action, request: SecondPersonRequest) -> list[Changed]:
    """What the public would read then, field by field."""
    words = {name: said for name, said in words_of(request).items() if name != "link"}
    return changes_between(Action, words_before(action, words), words)


def her_words(action: Action, member: Member) -> State:
    """What she has asked for already, so that she goes on from there."""
    request = hers(action, member)
    return words_of(request) if request else {}
