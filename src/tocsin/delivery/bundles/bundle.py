"""Letters are put together: from then on they go as one."""

import uuid
from collections.abc import Iterator, Sequence
from datetime import datetime
from itertools import groupby

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from tocsin.delivery.dispatch.changes import note
from tocsin.delivery.may_leave import obstacle_of
from tocsin.delivery.models import Delivery, DeliveryState
from tocsin.directory.queries import usable_email
from tocsin.jobs.enqueue import enqueue
from tocsin.members.models import Member
from tocsin.members.record import record
from tocsin.post.message_id import message_id

from .models import Bundle, BundledLetter, BundleKind
from .waiting import UNSENT

KIND = "delivery.bundle"
# Some ten seconds of the typesetter, and a file that mail servers take.
MOST = {BundleKind.DIGEST: 2000, BundleKind.BOOK: 2000, BundleKind.LETTERS: 200}
# Neither sent nor being sent: what may still go another way.
BUNDLED_FROM = {DeliveryState.QUEUED, DeliveryState.DEFERRED, DeliveryState.BUNDLED, *UNSENT}


class CannotBundle(Exception):
    """Why these letters cannot go together, in words for the desk."""


@transaction.atomic
def bundle(
    deliveries: QuerySet[Delivery],
    kind: BundleKind,
    by: Member | None = None,
    now: datetime | None = None,
    envelope: str = "",
) -> list[Bundle]:
    """One bundle a target, or several parts where they are many; a letter that left meanwhile stays out.

    Letters to post are one batch a call. A digest is queued to be sent. Raises CannotBundle. `by` None is the
    installation itself.
    """
    free = deliveries.filter(state__in=BUNDLED_FROM, bundled__isnull=True, letter__isnull=False)
    rows = free.select_for_update(of=("self",)).select_related("action__case", "target__office")
    made: list[Bundle] = []
    for _target, letters in groupby(rows.order_by("target_id", "pk"), lambda row: row.target_id):
        made += _of_one_target(list(letters), kind, by, now or timezone.now(), envelope)
    return made


def _of_one_target(
    letters: Sequence[Delivery], kind: BundleKind, by: Member | None, now: datetime, envelope: str
) -> Iterator[Bundle]:
    found = obstacle_of(letters[0].action)
    if found:
        raise CannotBundle(found.reason)
    email = usable_email(letters[0].target.office) if kind == BundleKind.DIGEST else None
    if kind == BundleKind.DIGEST and email is None:
        raise CannotBundle(
            _("%(office)s has no e-mail address in use.") % {"office": letters[0].target.office}
        )
    parts = [letters[start : start + MOST[kind]] for start in range(0, len(letters), MOST[kind])]
    parts = parts[:1] if kind == BundleKind.LETTERS else parts
    for number, part in enumerate(parts, 1):
        public_id = uuid.uuid4()
        made = Bundle.objects.create(
            public_id=public_id,
            action=part[0].action,
            target=part[0].target,
            contact_point=email,
            kind=kind,
            envelope=envelope,
            part=number,
            parts=len(parts),
            count=len(part),
            message_id=message_id("bundle", str(public_id)),
            made_at=now,
            made_by=by,
        )
        _settle(made, part, now)
        yield made


def _settle(made: Bundle, letters: Sequence[Delivery], now: datetime) -> None:
    BundledLetter.objects.bulk_create(BundledLetter(bundle=made, delivery=row) for row in letters)
    rows = Delivery.objects.filter(pk__in=[row.pk for row in letters])
    rows.update(state=DeliveryState.TOGETHER, error="", not_before=None, due_at=None, changed_at=now)
    note(((row.pk, row.state, DeliveryState.TOGETHER, "") for row in letters), now)
    told = {"kind": made.kind, "office": str(made.target.office), "letters": made.count}
    record("make_bundle", made.action, made.made_by, **told)
    if made.kind == BundleKind.DIGEST:
        enqueue(KIND, {"bundle": str(made.public_id)}, key=f"bundle {made.public_id}")
