"""A letter did not arrive: its writer is told why in plain words, and what else she can do. Once."""

from collections.abc import Callable
from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction
from django.template.loader import render_to_string
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from tocsin.actions.models import Action, ActionState
from tocsin.cases.names import case_mask
from tocsin.delivery.models import Delivery
from tocsin.delivery.names.saying import said
from tocsin.delivery.states import DeliveryState
from tocsin.post.queue_mail import queue_mail
from tocsin.post.return_path import Kind, token
from tocsin.supporters.silence import may_write

# Makes a path of this site of an action.
WriteLink = Callable[[Action], str]
LOST = {DeliveryState.BOUNCED, DeliveryState.FAILED}
# So long the desk has to mend it, and longer ago is nothing to write about any more.
AFTER, AT_MOST = timedelta(hours=1), timedelta(days=7)
A_BATCH = 200


@transaction.atomic
def tell_writers(write_link: WriteLink, now: datetime | None = None) -> int:
    """How many letters were told of; to be called until none is left."""
    now = now or timezone.now()
    rows = Delivery.objects.select_for_update(of=("self",)).filter(state__in=LOST, told_at=None)
    lost = rows.filter(changed_at__lte=now - AFTER, changed_at__gt=now - AT_MOST, letter__isnull=False)
    open_ones = lost.filter(is_copy=False, action__state=ActionState.PUBLISHED, action__case__frozen_at=None)
    found = list(open_ones.select_related("action__case", "target__office", "letter__supporter")[:A_BATCH])
    for delivery in found:
        _tell(delivery, write_link)
    Delivery.objects.filter(pk__in=[delivery.pk for delivery in found]).update(told_at=now)
    return len(found)


def _tell(delivery: Delivery, write_link: WriteLink) -> None:
    if delivery.letter is None:
        return
    supporter = delivery.letter.supporter
    if supporter.unreachable_at or not may_write(supporter.email):
        return
    with translation.override(supporter.language):
        words = {
            "office": delivery.target.office,
            "title": case_mask(delivery.action.case).text(delivery.action.title),
            "is_gone": delivery.state == DeliveryState.BOUNCED,
            **dict(zip(("letter_subject", "letter_body"), said(delivery.letter), strict=True)),
            "link": settings.PUBLIC_URL + write_link(delivery.action),
        }
        text = render_to_string("delivery/did_not_arrive.txt", words)
        subject = _("Your letter did not arrive: %(office)s") % {"office": delivery.target.office}
        key, about = f"lost {delivery.public_id}", token(Kind.SUPPORTER, supporter.pk)
        queue_mail(supporter.email, subject, text, key=key, about=about, case=delivery.action.case_id)
