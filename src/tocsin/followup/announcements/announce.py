"""A publisher tells the list of a new action. As many leave in a minute as updates do."""

from collections import Counter
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from tocsin.actions.access import must_publish
from tocsin.actions.errors import CannotChange
from tocsin.actions.models import Action
from tocsin.followup.batches import Mailing, queue_batch
from tocsin.followup.models import Announcement
from tocsin.members.models import Member
from tocsin.members.record import record
from tocsin.supporters.models import Follower


def audience(action: Action) -> QuerySet[Follower]:
    """All on the list but those who live in the country of events: nobody there is asked to take part."""
    rows = Follower.objects.filter(confirmed_at__isnull=False).order_by("pk")
    return rows.exclude(country=action.case.country) if action.case.country else rows


def by_language(action: Action) -> list[tuple[str, int]]:
    """(language, how many read it), the most first."""
    return Counter(audience(action).order_by().values_list("language", flat=True)).most_common()


@transaction.atomic
def announce(action: Action, by: Member) -> Announcement:
    """Raises PermissionDenied, and CannotChange where it is not open or was announced before."""
    must_publish(action, by)
    if not action.is_open or action.case.frozen_at:
        raise CannotChange(_("Only an action that is open, of a case that is not frozen, is announced."))
    try:
        with transaction.atomic():
            made = Announcement.objects.create(action=action, sent_by=by)
    except IntegrityError:
        raise CannotChange(_("It was announced already: that is done once for each action.")) from None
    record("action.announced", action, by)
    _mailing(made).go_on()
    return made


@transaction.atomic
def go_on(payload: dict[str, Any]) -> None:
    """Does a job of kind `followup.announcement`."""
    rows = Announcement.objects.select_for_update(of=("self",)).select_related("action__case")
    made = rows.get(pk=payload["announcement"])
    if made.is_sent or made.reached != payload["after"]:
        return
    readers = audience(made.action).filter(confirmed_at__lte=made.sent_at)
    found, made.is_sent = queue_batch(_mailing(made), readers, made.reached)
    made.queued += len(found)
    made.reached = found[-1] if found else made.reached
    made.save(update_fields=["queued", "reached", "is_sent"])


def _mailing(made: Announcement) -> Mailing:
    return Mailing("announcement", made.pk, "follower")
