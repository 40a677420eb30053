"""What a file made of a case holds, so that it ends as soon as any of it may not be had any more: as digests, no words."""

from collections.abc import Iterator
from hashlib import sha256

from django.utils import translation

from .mask import withheld
from .models import Assessment, Case, Claim, ClaimState
from .names import case_mask, names_by_person


def may_be_held(case: Case, is_public: bool) -> set[str]:
    """By a file made now: what everybody may read, or for a lawyer's file the reports that are not sealed."""
    held = _public(case) if is_public else _reports(case)
    return {sha256("\0".join(map(str, each)).encode()).hexdigest()[:20] for each in held}


def _reports(case: Case) -> Iterator[tuple[object, ...]]:
    for pk in case.reports.filter(sealed_at=None).values_list("pk", flat=True):
        yield "report", pk


def _public(case: Case) -> Iterator[tuple[object, ...]]:
    """Nothing of a frozen case. What it says of itself is held paragraph by paragraph, a claim with how it was said."""
    stands = Case.objects.get(pk=case.pk)
    if stands.frozen_at:
        return
    yield "title", stands.title
    yield "country", stands.country
    yield from (("wording", line.strip()) for line in stands.assessment.splitlines() if line.strip())
    yield from _reports(stands)
    yield from _claims(stands)
    yield from _assessments(stands)
    yield from _names(stands)


def _claims(case: Case) -> Iterator[tuple[object, ...]]:
    shown = Claim.objects.filter(
        subject__case=case, may_be_shown=True, state=ClaimState.ACCEPTED, withdrawn_at=None
    )
    told = ("pk", "value", "stance", "circumstance", "asserted_by", "said_at")
    yield from (("claim", *row) for row in shown.values_list(*told))


def _assessments(case: Case) -> Iterator[tuple[object, ...]]:
    """The latest of each that is not only proposed holds, where it may be shown."""
    written = Assessment.objects.filter(subject__case=case, is_proposed=False).order_by("pk")
    latest = {(each.subject_id, each.predicate): each for each in written}
    yield from (("assessment", each.pk) for each in latest.values() if each.may_be_shown)


def _names(case: Case) -> Iterator[tuple[object, ...]]:
    """Every name as everybody reads it, where anything of it may be read; in one language, whoever asks."""
    with translation.override("en"):
        mask = case_mask(case)
        told = {name: mask.text(name) for names in names_by_person(case).values() for name in names}
        yield from (("name", name, said) for name, said in told.items() if said != withheld())
