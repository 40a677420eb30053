"""What a request to show more would make public, line by line."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from tocsin.cases.claim_words import SECTION_OF_KIND, words
from tocsin.cases.models import Assessment, Case, Claim, ConsentBasis, Naming, SubjectKind
from tocsin.cases.shown_more.ask import assessments_of, claims_of, names_of, tellings_of, words_of
from tocsin.cases.shown_more.gate import Wish
from tocsin.reports.fields import field, main_field
from tocsin.reports.label import report_label
from tocsin.reports.text_diff import Paragraph

from .history_words import compared
from .words_waiting import changed_words


@dataclass(frozen=True)
class Line:
    """`about` is whom or what it is said of, `label` what of them; `paragraphs` are words before and after in one."""

    about: str
    label: str
    words: str
    source: str = ""
    paragraphs: tuple[Paragraph, ...] = ()


def more_shown(case: Case, wishes: list[Wish]) -> list[Line]:
    """As the desk reads it: names that are withheld are left out of it in public."""
    titles = _titles(case)
    claims = [_claim(claim, titles) for claim in claims_of(case, wishes)]
    names = [_name(wish, titles) for wish in names_of(wishes)]
    assessed = [_assessment(a, titles) for a in assessments_of(case, wishes)]
    said = [Line("", c.label, "", "", c.paragraphs) for c in changed_words(case, words_of(wishes))]
    told = [line for claim, told in tellings_of(case, wishes) for line in _tellings(claim, told, titles)]
    return [*said, *names, *assessed, *told, *claims]


def _assessment(assessment: Assessment, titles: dict[int, str]) -> Line:
    """Beside the version that the public reads now, where there is one."""
    about, verdict = titles.get(assessment.subject_id, ""), str(assessment.get_verdict_display())
    before = Assessment.objects.filter(subject=assessment.subject_id, predicate=assessment.predicate)
    now = before.filter(is_proposed=False, pk__lt=assessment.pk).last()
    if now is None or not now.may_be_shown:
        return Line(about, _("our assessment"), assessment.wording, verdict)
    was = str(now.get_verdict_display())
    verdicts = verdict if was == verdict else f"{was} → {verdict}"
    return Line(about, _("our assessment"), "", verdicts, compared(now.wording, assessment.wording))


def _tellings(claim: Claim, told: dict[str, str], titles: dict[int, str]) -> list[Line]:
    """How a claim that is shown was said: each field that changes."""
    about = f"{titles.get(claim.subject_id, '')}: {words(claim.subject.kind, claim.predicate, claim.value)}"
    return [
        Line(
            about,
            str(_field(name).verbose_name),
            "",
            "",
            compared(_told(name, getattr(claim, name)), _told(name, new)),
        )
        for name, new in told.items()
        if new != getattr(claim, name)
    ]


def _field(name: str) -> Any:
    return Claim._meta.get_field(name)


def _told(name: str, value: str) -> str:
    return str(dict(_field(name).flatchoices).get(value, value)) if value else ""


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
