"""What an editor makes of the claims: a wording and how sure it is, citing the claims. Each version stays."""

from collections.abc import Iterable

from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from tocsin.members.models import Member, Role
from tocsin.members.record import record
from tocsin.members.revise import State, keep_revision

from .access import must_hold_on
from .changed import case_changed
from .errors import CannotChange
from .independent import what_is_missing
from .mark_reliable import reliable_reports
from .models import Assessment, Claim, ClaimState, Subject, Verdict
from .one_subject import one_subject
from .shown_more.ask import ask_to_show
from .shown_more.gate import needs_another


@transaction.atomic
def assess(
    subject: Subject,
    predicate: str,
    wording: str,
    verdict: str,
    cites: Iterable[int],
    by: Member | None,
    may_be_shown: bool = False,
) -> Assessment:
    """Stores a new version; `cites` are keys of claims about the subject. Claims are never changed by it.

    In a case that the public sees it is not shown before a second person agreed, where two people decide: the version
    before stays until then.
    Raises CannotChange: no words, no claim cited, or "verified" without two independent reliable sources.
    """
    must_hold_on(subject.case, by, Role.REVIEWER)
    if not wording.strip() or verdict not in Verdict.values:
        raise CannotChange(_("Write what you make of it, and how sure that is."))
    said, keys = list(_claims(subject, predicate)), set(cites)
    cited = [claim for claim in said if claim.pk in keys]
    if not cited:
        raise CannotChange(_("Tick the claims that this rests on: at least one."))
    reliable = reliable_reports(subject.case)
    missing = what_is_missing(keys, said, reliable) if verdict == Verdict.VERIFIED else ""
    if missing:
        raise CannotChange(_("This cannot be called verified. %(missing)s") % {"missing": missing})
    must_ask = needs_another(subject.case, by)
    before = Assessment.objects.filter(subject__in=one_subject(subject), predicate=predicate).last()
    made = Assessment.objects.create(
        subject=subject,
        predicate=predicate,
        wording=wording.strip(),
        verdict=verdict,
        may_be_shown=may_be_shown and not must_ask,
        is_proposed=may_be_shown and must_ask,
        written_by=by,
    )
    made.cites.set(cited)
    entry = record(
        "claims.assessed", subject, by, predicate=predicate, verdict=verdict, cites=[c.pk for c in cited]
    )
    was = assessed(before) if before else {}
    keep_revision(entry, made, was, assessed(made), within=subject.case)
    case_changed(subject.case)
    if by and must_ask and may_be_shown:
        ask_to_show(subject.case, {"assessment": made.pk}, by)
    return made


def assessed(assessment: Assessment) -> State:
    """What an editor wrote, as the history keeps it."""
    told: State = {name: getattr(assessment, name) for name in ("wording", "verdict", "may_be_shown")}
    return {**told, "cites": sorted(assessment.cites.values_list("pk", flat=True))}


def _claims(subject: Subject, predicate: str) -> QuerySet[Claim]:
    return Claim.objects.filter(
        subject__in=one_subject(subject), predicate=predicate, state=ClaimState.ACCEPTED, withdrawn_at=None
    ).select_related("report__repeats", "report__revises")
