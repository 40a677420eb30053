"""The frame of every change to an action: locked, authorised, audited, and shown."""

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from typing import Any

from django.db import transaction

from tocsin.jobs.enqueue import enqueue_and_do
from tocsin.members.models import Member
from tocsin.members.record import record
from tocsin.members.revise import keep_revision

from .access import must_edit
from .errors import CannotPublish
from .missing import missing
from .models import Action, ActionState
from .state import state_of
from .words_wait.ask import take_back
from .words_wait.gate import must_not_wait


@contextmanager
def editing(
    action: Action,
    by: Member,
    act: str,
    *,
    says: Collection[str] = (),
    is_agreed: bool = False,
    **detail: Any,
) -> Iterator[Action]:
    """Gives the action, locked, to be changed; nothing is kept where the block or a check fails.

    `says` names the fields of `state_of` that the act sets as a whole; `is_agreed` where a second person has read it.
    Raises PermissionDenied, CannotPublish where an open action would lose what it needs, and WordsNeedAnother for what
    would be public at once where two people decide: all but taking out.
    """
    with transaction.atomic():
        locked = Action.objects.select_for_update().get(pk=action.pk)
        must_edit(locked, by)
        was = state_of(locked)
        yield locked
        if locked.state == ActionState.PUBLISHED and (gaps := missing(locked)):
            raise CannotPublish(gap.sentence for gap in gaps)
        now = state_of(locked)
        if not is_agreed:
            must_not_wait(locked, by, says, was, now)
            take_back(locked, says, by)
        keep_revision(record(act, locked, by, **detail), locked, was, now, within=locked.case)
        if locked.is_visible:
            enqueue_and_do("pages.render", {"action": locked.pk})
