"""Logging an attempt to get an answer."""

from typing import Any

from django.db import transaction
from django.utils import timezone

from tocsin.cases.access import must_hold_on
from tocsin.cases.models import Case, Inquiry, InquiryChannel, InquiryOutcome
from tocsin.directory.models import Channel, Office
from tocsin.directory.report_dead import report_dead
from tocsin.members.models import Member, Role
from tocsin.members.record import record

from .attempt import Attempt, check
from .say import say

# Channels of the directory that an attempt by this channel has used.
DIALLED = {InquiryChannel.PHONE: Channel.PHONE, InquiryChannel.FAX: Channel.FAX}


@transaction.atomic
def log_inquiry(case: Case, attempt: Attempt, by: Member | None) -> Inquiry:
    """Stores an attempt, and what was said in it as a statement. The same form twice is stored once.

    `by` is None for a volunteer of the call relay. Raises CannotChange.
    """
    must_hold_on(case, by, Role.CONTRIBUTOR)
    check(attempt)
    # One at a time for a case, so that of two presses on one button the second finds what the first stored.
    Case.objects.select_for_update().get(pk=case.pk)
    if (stored := _logged_before(attempt)) is not None:
        return stored
    inquiry = Inquiry.objects.create(
        case=case, logged_by=by, said=attempt.said.strip(), form_key=attempt.form_key, **fields_of(attempt)
    )
    record("inquiry.logged", inquiry, by, case=case.slug, outcome=inquiry.outcome)
    if inquiry.said:
        say(inquiry, inquiry.said, attempt.how_said, by)
    if inquiry.outcome == InquiryOutcome.WRONG_NUMBER:
        _ask_to_check(attempt.office, attempt.channel, by)
    return inquiry


def fields_of(attempt: Attempt) -> dict[str, Any]:
    """The columns that say who asked whom, when, how, and what came of it."""
    return {
        "office": attempt.office,
        "office_name": attempt.where,
        "spoke_with": attempt.spoke_with.strip()[:200],
        "about": attempt.about,
        "channel": attempt.channel,
        "asked_by": attempt.asked_by.strip()[:120],
        "asked_at": attempt.asked_at,
        "outcome": attempt.outcome,
    }


def _logged_before(attempt: Attempt) -> Inquiry | None:
    return Inquiry.objects.filter(form_key=attempt.form_key).first() if attempt.form_key else None


def _ask_to_check(office: Office | None, channel: str, by: Member | None) -> None:
    """Puts the number into the confirmation queue. Where an office has several, nobody can tell which was dialled."""
    if office is None or channel not in DIALLED:
        return
    points = [
        p for p in office.contact_points.filter(channel=DIALLED[InquiryChannel(channel)]) if p.is_usable
    ]
    if len(points) == 1:
        note = timezone.now().strftime("did not work when we called, %Y-%m-%d")
        report_dead(points[0], by, note)
