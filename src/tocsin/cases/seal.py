"""Sealing a report that cases rest on: its words go for good, and nothing public rests on it any more."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from tocsin.members.models import Member, Role
from tocsin.members.record import record
from tocsin.reports.models import Report
from tocsin.reports.seal import seal_words

from .access import holds_on_report
from .changed import case_changed
from .history.forget import forget_report
from .models import Assessment, Case, Claim
from .names import NAME_PREDICATES
from .search.index import index_reports, words_are_gone


@transaction.atomic
def seal_report(report: Report, by: Member | None, why: str) -> int:
    """Seals it and withdraws the claims that were read from it; the number withdrawn. Raises CannotReview.

    What another report says too stays, by that report. A case that holds it is frozen until a publisher has read
    again what people wrote about it: their own words may still tell what the report told.
    """
    if by is not None and not holds_on_report(report, by, Role.REVIEWER):
        raise PermissionDenied(_("Only a reviewer of its case seals a report."))
    cases = list(Case.objects.select_for_update().filter(reports=report))
    sealed = seal_words(report, by, why)
    count = _withdraw_claims(sealed)
    forget_report(sealed, cases)
    index_reports([sealed.pk])
    for case in cases:
        if case.frozen_at is None:
            case.frozen_at = timezone.now()
            case.save(update_fields=["frozen_at"])
            record("case.frozen", case, by, reason="a report was sealed")
        case_changed(case)
    words_are_gone()
    return count


def _withdraw_claims(report: Report) -> int:
    """Names are kept, unseen, so that they can be left out of other texts; of all else the words go."""
    claims = Claim.objects.filter(report=report)
    Assessment.objects.filter(cites__in=claims).update(may_be_shown=False)
    claims.exclude(predicate__in=NAME_PREDICATES).update(value="", asserted_by="")
    claims.update(spans=[], may_be_shown=False)
    return claims.filter(withdrawn_at=None).update(withdrawn_at=timezone.now())
