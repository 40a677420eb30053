"""What somebody is typing, kept on the server until it is saved: a closed tab or a dead server loses none of it.

It is nobody's word yet, so the audit trail holds nothing of it; only its writer sees it.
"""

import re
from collections.abc import Iterable
from datetime import timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from tocsin.members.models import Member, Role

from .access import must_hold
from .errors import CannotReview
from .models import Report, ReviewStep, UnsavedWords

KEPT_FOR = timedelta(days=14)
FORGET = "reports.forget_unsaved"
# The places of a review where something is typed.
PLACE = re.compile(r"published|(?:value|new)-\d{1,18}|(?:add|words)-[a-z]{1,20}")
LONGEST = 20_000


@transaction.atomic
def keep_typed(report: Report, place: str, typed: str, by: Member) -> None:
    """Keeps what was typed at a place; nothing typed forgets it. Raises CannotReview for what is no place."""
    must_hold(by, Role.REVIEWER)
    if not PLACE.fullmatch(place):
        raise CannotReview(_("Nothing is typed there."))
    if len(typed) > LONGEST:
        raise CannotReview(_("This is too long to be kept. Save it, or shorten it."))
    if not typed.strip():
        forget_typed(report, [place], by)
        return
    UnsavedWords.objects.update_or_create(
        report=report, member=by, place=place, defaults={"typed": typed, "kept_at": timezone.now()}
    )


def forget_typed(report: Report, places: Iterable[str], by: Member) -> None:
    """Called where the words were saved, or given up."""
    UnsavedWords.objects.filter(report=report, member=by, place__in=list(places)).delete()


def unsaved(report: Report, by: Member) -> dict[str, str]:
    """Place -> what this member typed there and has not saved."""
    return dict(UnsavedWords.objects.filter(report=report, member=by).values_list("place", "typed"))


def forget_unsaved(payload: dict[str, Any]) -> None:
    """Doing a job of kind `reports.forget_unsaved`: unsaved words and steps to undo go after 14 days."""
    before = timezone.now() - KEPT_FOR
    UnsavedWords.objects.filter(kept_at__lt=before).delete()
    ReviewStep.objects.filter(at__lt=before).delete()
