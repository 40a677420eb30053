"""What was said in inquiries, as it stands."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import QuerySet

from tocsin.cases.models import Claim, ClaimState, Inquiry, Stance, Subject


@dataclass(frozen=True)
class Said:
    """One thing that was said in an inquiry. `contradicts` is the earlier subject that it was marked to contradict."""

    subject: Subject
    inquiry: Inquiry
    gist: str
    stance: str
    state: str
    contradicts: int | None

    @property
    def stance_words(self) -> str:
        return "" if self.stance == Stance.ASSERTS else str(Stance(self.stance).label)

    @property
    def is_awaiting(self) -> bool:
        return self.state == ClaimState.AWAITING

    @property
    def is_left_out(self) -> bool:
        return self.state == ClaimState.REJECTED


def standing_claims(subject: Subject) -> QuerySet[Claim]:
    """The claims of a statement that nobody has withdrawn."""
    return Claim.objects.filter(subject=subject, withdrawn_at=None)


def statements_of(inquiry: Inquiry) -> list[Said]:
    return said_in([inquiry])[inquiry.pk]


def said_in(inquiries: Iterable[Inquiry]) -> dict[int, list[Said]]:
    """By the key of the inquiry, what was said in it in the order of saying."""
    by_pk = {inquiry.pk: inquiry for inquiry in inquiries}
    gists = Claim.objects.filter(inquiry__in=by_pk, predicate="gist", withdrawn_at=None)
    said: dict[int, list[Said]] = defaultdict(list)
    for claim in gists.select_related("subject__case").order_by("subject_id", "pk"):
        said[claim.inquiry_id or 0].append(_said(claim, by_pk[claim.inquiry_id or 0]))
    return said


def _said(claim: Claim, inquiry: Inquiry) -> Said:
    subject = claim.subject
    return Said(subject, inquiry, str(claim.value), claim.stance, claim.state, subject.contradicts_id)
