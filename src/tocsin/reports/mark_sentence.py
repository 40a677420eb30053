"""A reviewer's word on a sentence that the reader could not place."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from tocsin.members.models import Member, Role
from tocsin.members.record import record

from .access import must_hold
from .codes import Use
from .errors import CannotReview
from .models import Report, SentenceMark


@transaction.atomic
def mark_sentence(report: Report, start: int, use: str, by: Member) -> SentenceMark:
    """Places the sentence that begins at `start`. A later mark replaces an earlier one. Raises CannotReview."""
    must_hold(by, Role.REVIEWER)
    spans = dict(placed["span"] for placed in report.draft["coverage"])
    if start not in spans or use not in Use.values:
        raise CannotReview(_("No sentence of this report begins there."))
    mark, _is_new = SentenceMark.objects.update_or_create(
        report=report,
        start=start,
        defaults={"end": spans[start], "use": use, "marked_by": by, "marked_at": timezone.now()},
    )
    record("report.sentence_marked", report, by, start=start, use=use)
    return mark
