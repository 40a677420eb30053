"""The subjects of a case with every claim about them, one by one, cleared for whom they are for."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from tocsin.reports.fields import field
from tocsin.terms.case_file import FileSubject, Said, Wording

from ..case_claims import SECTION_OF_KIND
from ..mask import Mask
from ..models import Assessment, Case, Claim, PersonAtRisk, SubjectKind
from ..view import CaseView, IncidentView, PersonView, SubjectView, Value
from .logs import consents_in_words
from .public_fields import PUBLIC_PREDICATES

_HEADINGS = ("label", "gist", "wording", "office", "text", "name", "url", "kind")


class Gathered:
    """Reads a case's claims once. What a claim may say is taken from the case's view, which is masked already."""

    def __init__(
        self,
        case: Case,
        view: CaseView,
        mask: Mask | None,
        exhibits: Mapping[int, int],
        inquiries: Mapping[int, int],
    ) -> None:
        self._mask, self._exhibits, self._inquiries = mask, exhibits, inquiries
        self._claims = Claim.objects.filter(subject__case=case).defer("value").in_bulk()
        self._languages = dict(case.reports.values_list("pk", "language"))
        self._people = PersonAtRisk.objects.filter(case=case).prefetch_related("consents").in_bulk()
        self._wordings = _latest(case, is_public=mask is not None)

    def subjects(self, kind: str, views: Sequence[SubjectView]) -> tuple[FileSubject, ...]:
        found = (self._subject(kind, view) for view in views)
        return tuple(subject for subject in found if subject.said)

    def _subject(self, kind: str, view: SubjectView) -> FileSubject:
        return FileSubject(
            key=view.pk,
            kind=str(kind),
            heading=_heading(view),
            said=tuple(self._said(kind, view)),
            wordings=tuple(self._wording(kind, a) for a in self._wordings.get(view.pk, ())),
            **(_of_incident(view) if isinstance(view, IncidentView) else {}),
            **(self._of_person(view) if isinstance(view, PersonView) else {}),
        )

    def _said(self, kind: str, view: SubjectView) -> Iterator[Said]:
        for predicate, values in view.values.items():
            if self._mask is None or predicate in PUBLIC_PREDICATES[kind]:
                label = _label(kind, predicate)
                for value in values:
                    yield from self._each(predicate, label, value)

    def _each(self, predicate: str, label: str, value: Value) -> Iterator[Said]:
        """One for each claim that says so: two sources of one value are told apart here."""
        quotes = [source.quote for source in value.sources]
        with_report = [pk for pk in value.claims if self._claims[pk].report_id]
        for pk in value.claims:
            claim = self._claims[pk]
            quote = quotes[with_report.index(pk)] if pk in with_report and not self._mask else ""
            yield self._one(predicate, label, value, claim, quote)

    def _one(self, predicate: str, label: str, value: Value, claim: Claim, quote: str) -> Said:
        return Said(
            key=claim.pk,
            predicate=predicate,
            label=label,
            words=value.text,
            value=value.raw,
            said_by=value.asserted_by,
            said_at=claim.said_at,
            holds_on=claim.holds_on,
            stance=claim.stance,
            stance_words=claim.get_stance_display(),
            circumstance=claim.circumstance,
            circumstance_words=claim.get_circumstance_display() if claim.circumstance else "",
            exhibit=self._exhibits.get(claim.report_id or 0),
            inquiry=None if self._mask else self._inquiries.get(claim.inquiry_id or 0),
            spans=() if self._mask else tuple((start, end) for start, end in claim.spans),
            quote=quote,
            quote_language=self._languages.get(claim.report_id or 0, "") if quote else "",
        )

    def _wording(self, kind: str, assessment: Assessment) -> Wording:
        wording = self._mask.text(assessment.wording) if self._mask else assessment.wording
        return Wording(
            predicate=assessment.predicate,
            label=_label(kind, assessment.predicate),
            wording=wording,
            verdict=assessment.verdict,
            verdict_words=assessment.get_verdict_display(),
            cites=tuple(claim.pk for claim in assessment.cites.all()),
        )

    def _of_person(self, view: PersonView) -> dict[str, Any]:
        """Consents and being a minor are for a lawyer."""
        if self._mask:
            return {"naming": view.naming}
        person = self._people[view.pk]
        consents = consents_in_words(person.consents.all())
        return {"naming": view.naming, "is_minor": person.is_minor, "consent": consents}


def _of_incident(view: IncidentView) -> dict[str, Any]:
    return {"type": view.type, "date": view.date}


def _heading(view: SubjectView) -> str:
    """What the subject is called: a person's name by its rule, an incident's type, a demand's words."""
    if isinstance(view, PersonView) and (view.name or view.text("name")):
        return view.name or view.text("name")
    return next((words for name in _HEADINGS if (words := _words(view, name))), "")


def _words(view: SubjectView, name: str) -> str:
    """What the view is called by, else what is claimed under that name; a view's `text` is no words but a way to ask."""
    called = getattr(view, name, "")
    return called if isinstance(called, str) and called else view.text(name)


def _label(kind: str, predicate: str) -> str:
    try:
        return str(field(SECTION_OF_KIND[SubjectKind(kind)], predicate).label)
    except KeyError:
        return predicate.replace("_", " ")


def _latest(case: Case, is_public: bool) -> dict[int, list[Assessment]]:
    """Subject -> the wording that holds for each of its predicates."""
    found: dict[tuple[int, str], Assessment] = {}
    written = Assessment.objects.filter(subject__case=case).prefetch_related("cites")
    for assessment in written.filter(is_proposed=False) if is_public else written:
        found[assessment.subject_id, assessment.predicate] = assessment
    by_subject: dict[int, list[Assessment]] = {}
    for (subject, predicate), assessment in found.items():
        allowed = PUBLIC_PREDICATES.get(assessment.subject.kind, frozenset()) if is_public else {predicate}
        if not is_public or (assessment.may_be_shown and predicate in allowed):
            by_subject.setdefault(subject, []).append(assessment)
    return by_subject
