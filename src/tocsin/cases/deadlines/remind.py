"""Reminding the members of a case by mail: a week before, the day before, and on the day."""

from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.db import transaction
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tocsin.cases.inquiries.local_time import case_clock
from tocsin.cases.mask import Mask
from tocsin.cases.models import Case, Deadline
from tocsin.cases.names import names_by_person
from tocsin.members.models import Member
from tocsin.members.write_to import Words, write_to
from tocsin.reports.names import names_proposed_in

from .queries import days_left

# Days before. Where the worker stood still, the last reminder is still sent for so many days afterwards.
STAGES = (7, 1, 0)
LATE_DAYS = 2


def remind(payload: dict[str, Any], now: datetime | None = None) -> None:
    """Does a job of kind `cases.remind`. Each member gets each reminder once."""
    now = now or timezone.now()
    near = now.date() + timedelta(days=max(STAGES) + 1), now.date() - timedelta(days=LATE_DAYS + 1)
    due = Deadline.objects.filter(done_at=None, due_on__lte=near[0], due_on__gte=near[1])
    for deadline in due.select_related("case"):
        if (stage := stage_of(deadline, now)) is not None:
            _remind_of(deadline, stage, now)


def stage_of(deadline: Deadline, now: datetime) -> int | None:
    """Which reminder's time it is; None for none. Who set it on the very day needs no reminder that day."""
    left = days_left(deadline, now)
    if left < -LATE_DAYS:
        return None
    stage = next((s for s in sorted(STAGES) if left <= s), None)
    if stage is None:
        return None
    comes_on = deadline.due_on - timedelta(days=stage)
    was_set_on = deadline.set_at.astimezone(case_clock(deadline.case)).date()
    return None if was_set_on >= comes_on else stage


@transaction.atomic
def _remind_of(deadline: Deadline, stage: int, now: datetime) -> None:
    members = Member.objects.filter(cases__case=deadline.case, is_active=True)
    key = f"deadline:{deadline.pk}:{deadline.due_on}:{stage}"
    if write_to(members, lambda: _words(deadline, now), key):
        deadline.reminded_at = now
        deadline.save(update_fields=["reminded_at"])


def _words(deadline: Deadline, now: datetime) -> Words:
    return Words(_subject(deadline.case, deadline, now), _text(deadline, now))


def _subject(case: Case, deadline: Deadline, now: datetime) -> str:
    left = days_left(deadline, now)
    if left > 1:
        when = ngettext("in %(n)d day", "in %(n)d days", left) % {"n": left}
    else:
        when = _("tomorrow") if left == 1 else _("today") if left == 0 else _("has passed")
    return _("A date in “%(case)s”: %(when)s") % {"case": calling(case), "when": when}


def _text(deadline: Deadline, now: datetime) -> str:
    words = {
        "calling": calling(deadline.case),
        "day": deadline.due_on,
        "link": f"{settings.PUBLIC_URL}/desk/cases/{deadline.case.slug}/deadlines",
    }
    return render_to_string("cases/deadline_reminder.txt", words)


def calling(case: Case) -> str:
    """What a mail may call the case: its title where that names nobody, else its address, which names nobody."""
    names = {name for names in names_by_person(case).values() for name in names}
    names |= names_proposed_in(case.reports.all())
    title = " ".join(case.title.split())
    return case.slug if Mask(dict.fromkeys(names, "")).touches(title) else title
