"""A name may not be said any more, or may again: every letter that has not left is looked at."""

from collections.abc import Iterator
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from tocsin.actions.models import Action
from tocsin.delivery.ask_to_confirm import ConfirmLink
from tocsin.delivery.dispatch.changes import note
from tocsin.delivery.models import Delivery, DeliveryState, Letter
from tocsin.delivery.queue import queue

from .saying import Saying
from .tell import tell_writers

# One transaction looks at no more than so many.
BATCH = 500
LEFT = {DeliveryState.ACCEPTED, DeliveryState.TAKEN_OUT}
# On their way by themselves. What goes into a bundle is said anew when that is made; the rest is asked before it leaves.
ON_THEIR_WAY = {DeliveryState.QUEUED, DeliveryState.DEFERRED}


def look_again(payload: dict[str, Any], confirm_link: ConfirmLink) -> None:
    """Does a job of kind `letters.names_changed`: {"case": ...}, by primary key. Done twice it changes nothing more."""
    saying = Saying(Action.objects.filter(case=payload["case"]))
    for keys in _batches(payload["case"]):
        with transaction.atomic():
            locked = Letter.objects.select_for_update(of=("self",)).select_related("action__case")
            for letter in locked.filter(pk__in=keys).order_by("pk"):
                _look(letter, saying)
    tell_writers(payload["case"], confirm_link)


def _batches(case: int) -> Iterator[list[int]]:
    waiting = Delivery.objects.filter(action__case=case, letter__isnull=False).exclude(state__in=LEFT)
    keys = sorted(set(waiting.order_by().values_list("letter", flat=True)))
    yield from (keys[start : start + BATCH] for start in range(0, len(keys), BATCH))


def _look(letter: Letter, saying: Saying) -> None:
    words = saying.words(letter.action, letter.language, (letter.subject, letter.body))
    if words is None:
        _hold(letter)
        return
    if words != (letter.subject, letter.body):
        letter.subject, letter.body = words
        letter.save(update_fields=["subject", "body"])
    let_go(letter, _("No name that it holds is taken back any more."))


def _hold(letter: Letter) -> None:
    now, why = timezone.now(), unsaid()
    rows = letter.deliveries.select_for_update(of=("self",)).filter(state__in=ON_THEIR_WAY)
    held = list(rows.values_list("pk", "state"))
    Delivery.objects.filter(pk__in=[pk for pk, _was in held]).update(
        state=DeliveryState.NAMES, error=why, not_before=None, due_at=None, changed_at=now, told_at=None
    )
    note(((pk, was, DeliveryState.NAMES, why) for pk, was in held), now)


def let_go(letter: Letter, why: str) -> None:
    """What was held takes its place again; call inside a transaction."""
    held = letter.deliveries.select_for_update(of=("self",)).filter(state=DeliveryState.NAMES)
    for delivery in list(held):
        queue(delivery, timezone.now(), why)
        Delivery.objects.filter(pk=delivery.pk).update(told_at=None)


def unsaid() -> str:
    return _("Its writer's own words hold a name that may not be said any more.")
