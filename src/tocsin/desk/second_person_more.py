"""What a request to show more would make public, line by line."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from tocsin.cases.claim_words import SECTION_OF_KIND, words
from tocsin.cases.models import Case, Claim, ConsentBasis, Naming, SubjectKind
from tocsin.cases.shown_more.ask import assessments_of, claims_of, names_of
from tocsin.cases.shown_more.gate import Wish
from tocsin.reports.fields import field, main_field
from tocsin.reports.label import report_label


@dataclass(frozen=True)
class Line:
    """`about` is whom or what it is said of, `label` what of them."""

    about: str
    label: str
    words: str
    source: str = ""


def more_shown(case: Case, wishes: list[Wish]) -> list[Line]:
    """As the desk reads it: names that are withheld are left out of it in public."""
    titles = _titles(case)
    claims = [_claim(claim, titles) for claim in claims_of(case, wishes)]
    names = [_name(wish, titles) for wish in names_of(wishes)]
    assessed = [
        Line(titles.get(a.subject_id, ""), _("our assessment"), a.wording, a.get_verdict_display())
        for a in assessments_of(case, wishes)
    ]
    return [*names, *assessed, *claims]


def _titles(case: Case) -> dict[int, str]:
    """By the key of each subject, what it is called first."""
    main = {kind: main_field(section).name for kind, section in SECTION_OF_KIND.items()}
    claims = Claim.objects.filter(subject__case=case, predicate__in=main.values(), withdrawn_at=None)
    titles: dict[int, str] = {}
    for pk, kind, predicate, value in claims.values_list("subject", "subject__kind", "predicate", "value"):
        if predicate == main[SubjectKind(kind)]:
            titles.setdefault(pk, words(kind, predicate, value))
    return titles


def _claim(claim: Claim, titles: dict[int, str]) -> Line:
    kind = SubjectKind(claim.subject.kind)
    label = field(SECTION_OF_KIND[kind], claim.predicate).label
    source = report_label(claim.report) if claim.report else ""
    return Line(
        titles.get(claim.subject_id, ""), str(label), words(kind, claim.predicate, claim.value), source
    )


def _name(wish: Wish, titles: dict[int, str]) -> Line:
    given: Any = wish
    how = str(Naming(given["naming"]).label)
    alias = f" “{given['alias']}”" if given["naming"] == Naming.ALIAS else ""
    ground = f"{ConsentBasis(given['basis']).label}: {given['note']}"
    return Line(titles.get(given["person"], ""), _("name"), f"{how}{alias}", ground)
