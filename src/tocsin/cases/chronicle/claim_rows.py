"""How each claim of a case was made: what the values of a page do not carry."""

from dataclasses import dataclass

from tocsin.cases.models import COERCED, Case, Circumstance, Claim, Stance

KEPT = ("subject_id", "report_id", "inquiry_id", "said_at", "holds_on", "stance", "circumstance")


@dataclass(frozen=True, slots=True)
class ClaimRow:
    subject: int
    report: int | None
    inquiry: int | None
    said_at: str
    holds_on: str
    stance: str
    circumstance: str

    @property
    def remarks(self) -> tuple[str, ...]:
        """What a reader must know besides the words: a denial, or that it was said in custody."""
        stance = [str(Stance(self.stance).label)] if self.stance != Stance.ASSERTS else []
        how = [str(Circumstance(self.circumstance).label)] if self.circumstance in COERCED else []
        return (*stance, *how)


def claim_rows(case: Case) -> dict[int, ClaimRow]:
    """By the key of the claim."""
    rows = Claim.objects.filter(subject__case=case).values_list("pk", *KEPT)
    return {pk: ClaimRow(*kept) for pk, *kept in rows}
