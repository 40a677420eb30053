"""What was taken out comes back: each letter to where it was, or to a place in the queue."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from django.db import transaction
from django.db.models import Exists, OuterRef
from django.utils import timezone
from django.utils.translation import gettext as _

from tocsin.actions.errors import CannotChange
from tocsin.cases.access import must_hold_on
from tocsin.delivery.bundles.waiting import goes_by_itself
from tocsin.delivery.counting.count_new import count_these
from tocsin.delivery.dispatch.changes import note
from tocsin.delivery.models import BundledLetter, Delivery
from tocsin.delivery.states import DeliveryState
from tocsin.jobs.enqueue import enqueue, enqueue_and_do
from tocsin.members.models import Member, Role
from tocsin.members.record import record

from .carry_out import A_BATCH
from .models import TakenOut, TakeOut
from .take_out import SHORTEST_REASON

KIND = "delivery.put_back"
# Where a letter stays that has been tried, or was never confirmed; all others take a place in the queue again.
STAYS = {
    DeliveryState.UNCONFIRMED,
    DeliveryState.ACCEPTED,
    DeliveryState.FOLDERED,
    DeliveryState.BOUNCED,
    DeliveryState.FAILED,
    DeliveryState.TOGETHER,
}


@transaction.atomic
def put_back(made: TakeOut, why: str, by: Member) -> None:
    """All of them, or none. Raises PermissionDenied below the role publisher, and CannotChange."""
    row = TakeOut.objects.select_for_update(of=("self",)).select_related("action__case").get(pk=made.pk)
    must_hold_on(row.action.case, by, Role.PUBLISHER)
    if len(why.strip()) < SHORTEST_REASON:
        raise CannotChange(_("Say why, in a sentence: it is what the public reads beside the number."))
    if row.put_back_at:
        raise CannotChange(_("These letters were put back already."))
    row.put_back_at, row.put_back_by, row.put_back_why = timezone.now(), by, why.strip()
    row.save(update_fields=["put_back_at", "put_back_by", "put_back_why"])
    record("action.letters_put_back", row.action, by, why=row.put_back_why, take_out=row.pk)
    enqueue(KIND, {"take_out": row.pk})


def carry_back(payload: dict[str, Any]) -> None:
    """Does a job of kind `delivery.put_back`. Ended in the middle, it goes on where it was."""
    made = TakeOut.objects.get(pk=payload["take_out"])
    while _some(made):
        pass
    with transaction.atomic():
        enqueue_and_do("pages.render", {"action": made.action_id})


@transaction.atomic
def _some(made: TakeOut) -> int:
    rows = made.letters.filter(is_back=False).select_for_update(of=("self",)).order_by("pk")[:A_BATCH]
    was = {row.delivery_id: row.was for row in rows}
    out = Delivery.objects.filter(pk__in=was, state=DeliveryState.TAKEN_OUT).select_related(
        "target", "letter"
    )
    in_bundle = Exists(BundledLetter.objects.filter(delivery=OuterRef("pk")))
    letters = list(out.annotate(in_bundle=in_bundle).select_for_update(of=("self",)).order_by("pk"))
    by_itself = {target: goes_by_itself(target) for target in {letter.target for letter in letters}}
    back: dict[str, list[int]] = defaultdict(list)
    for letter in letters:
        back[_where(letter, was[letter.pk], by_itself[letter.target])].append(letter.pk)
    _bring(made, back)
    count_these(Delivery.objects.filter(pk__in=was, is_copy=False))
    TakenOut.objects.filter(take_out=made, delivery__in=was).update(is_back=True)
    return len(was)


def _where(letter: Delivery, was: str, by_itself: bool) -> str:
    """A letter that was erased meanwhile cannot be sent any more; nor does one go in a bundle that was given up."""
    if was == DeliveryState.TOGETHER and not getattr(letter, "in_bundle", False):
        return DeliveryState.FAILED
    if was in STAYS:
        return was
    if letter.letter is None:
        return DeliveryState.FAILED
    return DeliveryState.QUEUED if by_itself else DeliveryState.BUNDLED


def _bring(made: TakeOut, back: Mapping[str, Sequence[int]]) -> None:
    """In each state those letters, by their keys; what is queued waits for a place from now on."""
    now, why = timezone.now(), _("Put back: %s") % made.put_back_why
    for state, keys in back.items():
        place = now if state == DeliveryState.QUEUED else None
        Delivery.objects.filter(pk__in=keys).update(state=state, not_before=place, changed_at=now)
        note([(pk, DeliveryState.TAKEN_OUT, state, why) for pk in keys], now)
