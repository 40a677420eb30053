"""All that is said of one thing, side by side: grouped by what is said, under what the editors make of it."""

from dataclasses import dataclass
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from tocsin.cases.access import holds_on, on_case
from tocsin.cases.assessments import assessments_of, versions_of
from tocsin.cases.case_claims import SECTION_OF_KIND, words
from tocsin.cases.mark_reliable import last_words, reliable_reports
from tocsin.cases.models import Case, Circumstance, Claim, ClaimState, Stance, Subject, SubjectKind, Verdict
from tocsin.cases.one_subject import one_subject
from tocsin.cases.weight import dated, same_value, taken_back
from tocsin.members.access import member_of
from tocsin.members.models import Role
from tocsin.reports.fields import FIELDS, Field, field, main_field
from tocsin.reports.label import report_label
from tocsin.reports.models import Section

from .case_file import find_case


@dataclass(frozen=True)
class Beside:
    """One claim as the page shows it; `quote` are the words of its report.

    `word` is the key of the last word on its source, if anybody ever gave one in this case.
    """

    claim: Claim
    where: str
    quote: str
    dated: str
    is_reliable: bool
    is_taken_back: bool
    word: int | None


@dataclass(frozen=True)
class SameValue:
    words: str
    claims: tuple[Beside, ...]


@on_case(Role.VIEWER)
def claims_beside(request: HttpRequest, slug: str, pk: int, predicate: str) -> HttpResponse:
    case = find_case(slug)
    subject = get_object_or_404(Subject, case=case, pk=pk)
    return beside_page(request, case, one_subject(subject)[0], predicate)


def beside_page(
    request: HttpRequest, case: Case, subject: Subject, predicate: str, **wrong: Any
) -> HttpResponse:
    """The page; `wrong` says what is wrong with which form, as it was filled in. Raises Http404."""
    about = _field(subject, predicate)
    keys = [one.pk for one in one_subject(subject)]
    claims = list(_claims(keys, predicate))
    stored = [a for a in assessments_of(case) if a.subject in keys and a.predicate == predicate]
    assessment = stored[0] if stored else None
    page = {
        "case": case,
        "subject": subject,
        "predicate": predicate,
        "about": about,
        "title": _title(keys, subject),
        "groups": _groups(case, subject, claims),
        "assessment": assessment,
        "cited": assessment.cites if assessment else (),
        "may_be_shown": assessment is not None and (assessment.may_be_shown or assessment.waits),
        "versions": versions_of(keys, predicate)[1:],
        "verdicts": Verdict.choices,
        "stances": Stance.choices,
        "circumstances": Circumstance.choices,
        "sources": _sources(case),
        "choices": about.kind.choices if about.kind.widget == "select" else (),
        "may_edit": holds_on(case, member_of(request), Role.REVIEWER),
        **wrong,
    }
    return render(request, "desk/claims_beside.html", page, status=422 if wrong else 200)


def _sources(case: Case) -> list[tuple[str, str]]:
    """What a claim may be taken from: the reports of the case, and the last calls."""
    reports = case.reports.filter(sealed_at=None).defer("original", "draft", "text")
    calls = case.inquiries.filter(withdrawn_at=None).order_by("-asked_at")[:50]
    named = [(f"report-{report.pk}", report_label(report)) for report in reports]
    return named + [(f"inquiry-{call.pk}", str(call)) for call in calls]


def _field(subject: Subject, predicate: str) -> Field:
    section = Section(SECTION_OF_KIND[SubjectKind(subject.kind)])
    if predicate not in {f.name for f in FIELDS[section]}:
        raise Http404
    return field(section, predicate)


def _claims(keys: list[int], predicate: str) -> Any:
    """In the order in which they were said; those of sealed reports have no words left."""
    claims = Claim.objects.filter(subject__in=keys, predicate=predicate).exclude(
        report__sealed_at__isnull=False
    )
    return claims.select_related("subject", "report", "inquiry", "accepted_by").defer(
        "report__original", "report__draft"
    )


def _groups(case: Case, subject: Subject, claims: list[Claim]) -> list[SameValue]:
    """The value that most say first."""
    reliable, back = reliable_reports(case), taken_back([c for c in claims if _stands(c)])
    words_on = last_words(case)
    groups: dict[str, list[Claim]] = {}
    for claim in sorted(claims, key=lambda c: (dated(c), c.pk)):
        groups.setdefault(same_value(claim), []).append(claim)
    most_first = sorted(groups.values(), key=lambda group: -sum(map(_stands, group)))
    return [
        SameValue(
            words(subject.kind, group[0].predicate, group[0].value),
            tuple(_beside(c, reliable, back, words_on.get(c.report_id or 0)) for c in group),
        )
        for group in most_first
    ]


def _beside(claim: Claim, reliable: set[int], back: set[int], word: int | None) -> Beside:
    text = claim.report.text if claim.report else ""
    return Beside(
        claim,
        report_label(claim.report) if claim.report else str(claim.inquiry or ""),
        " … ".join(text[start:end] for start, end in claim.spans),
        dated(claim),
        claim.report_id in reliable,
        claim.pk in back,
        word,
    )


def _stands(claim: Claim) -> bool:
    return claim.state == ClaimState.ACCEPTED and claim.withdrawn_at is None


def _title(keys: list[int], subject: Subject) -> str:
    main = main_field(SECTION_OF_KIND[SubjectKind(subject.kind)]).name
    named = Claim.objects.filter(subject__in=keys, predicate=main, withdrawn_at=None).first()
    return words(subject.kind, main, named.value) if named else ""
