"""The frame of every change to an action: locked, authorised, audited, and shown."""

from collections.abc import Iterator
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


@contextmanager
def editing(action: Action, by: Member, act: str, **detail: Any) -> Iterator[Action]:
    """Gives the action, locked, to be changed; nothing is kept where the block or a check fails.

    Raises PermissionDenied, and CannotPublish where an open action would lose what it needs.
    """
    with transaction.atomic():
        locked = Action.objects.select_for_update().get(pk=action.pk)
        must_edit(locked, by)
        was = state_of(locked)
        yield locked
        if locked.state == ActionState.PUBLISHED and (gaps := missing(locked)):
            raise CannotPublish(gap.sentence for gap in gaps)
        keep_revision(record(act, locked, by, **detail), locked, was, state_of(locked), within=locked.case)
        if locked.is_visible:
            enqueue_and_do("pages.render", {"action": locked.pk})
