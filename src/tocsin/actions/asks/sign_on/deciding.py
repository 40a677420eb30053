"""The frame of what a coordinator decides on an endorsement: locked, authorised, audited, and shown."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db import transaction
from django.utils import timezone

from tocsin.actions.access import must_publish
from tocsin.actions.models import Action
from tocsin.jobs.enqueue import enqueue_and_do
from tocsin.members.models import Member
from tocsin.members.record import record

from .models import Endorsement


@contextmanager
def deciding(endorsement: Endorsement, by: Member | None, act: str, **detail: Any) -> Iterator[Endorsement]:
    """Gives it, locked, to be changed. `by` is empty where the organisation itself decides, by its own link.

    Raises PermissionDenied.
    """
    with transaction.atomic():
        rows = Action.objects.select_for_update(of=("self",)).select_related("case")
        action = rows.get(pk=endorsement.action_id)
        must_publish(action, by)
        locked = Endorsement.objects.select_for_update(of=("self",)).get(pk=endorsement.pk)
        locked.action = action
        yield locked
        locked.decided_at = timezone.now()
        locked.save()
        record(act, locked, by, **detail)
        enqueue_and_do("pages.render", {"action": action.pk})
