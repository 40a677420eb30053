"""A reviewer takes told calls into the log, or leaves them out: many at once, in one press."""

from collections.abc import Collection

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from tocsin.cases.access import must_hold_on
from tocsin.cases.inquiries.attempt import Attempt
from tocsin.cases.inquiries.log_inquiry import log_inquiry
from tocsin.cases.models import Case, InquiryChannel, InquiryOutcome, ToldCall, ToldCallState
from tocsin.directory.report_dead import report_dead
from tocsin.members.models import Member, Role
from tocsin.members.record import record


@transaction.atomic
def take_calls(case: Case, told: Collection[int], by: Member) -> int:
    """Makes each an inquiry, what was said in it a statement; a number that did not work is to be checked.

    Its words stand in the log from then on, and here no more. By primary key; those of another case and those decided
    before are left alone. Gives how many changed.
    """
    calls = _waiting(case, told, by)
    for call in calls:
        call.inquiry, call.said = log_inquiry(case, _attempt(call), by), ""
        _settle(call, ToldCallState.TAKEN, by)
        if call.outcome == InquiryOutcome.WRONG_NUMBER:
            note = _("does not work, says somebody who called on %(day)s")
            report_dead(call.point, by, note % {"day": call.told_at.date().isoformat()})
    return _recorded(case, "told_calls.taken", calls, by)


@transaction.atomic
def leave_out_calls(case: Case, told: Collection[int], by: Member) -> int:
    """They stay counted as left out; their words are erased."""
    calls = _waiting(case, told, by)
    for call in calls:
        call.said = ""
        _settle(call, ToldCallState.LEFT_OUT, by)
    return _recorded(case, "told_calls.left_out", calls, by)


def _waiting(case: Case, told: Collection[int], by: Member) -> list[ToldCall]:
    must_hold_on(case, by, Role.REVIEWER)
    rows = ToldCall.objects.select_for_update(of=("self",)).select_related("office", "point")
    return list(rows.filter(case=case, pk__in=told, state=ToldCallState.WAITING))


def _settle(call: ToldCall, state: ToldCallState, by: Member) -> None:
    call.state, call.decided_at, call.decided_by = state, timezone.now(), by
    call.save()


def _recorded(case: Case, act: str, calls: list[ToldCall], by: Member) -> int:
    if calls:
        record(act, case, by, count=len(calls))
    return len(calls)


def _attempt(call: ToldCall) -> Attempt:
    """A refusal without words says no more than its outcome: there was no question of ours to refuse."""
    return Attempt(
        outcome=call.outcome,
        asked_at=call.told_at,
        office=call.office,
        channel=InquiryChannel.PHONE,
        said=call.said,
        asked_by=_("a supporter"),
        form_key=f"told call {call.pk}",
    )
