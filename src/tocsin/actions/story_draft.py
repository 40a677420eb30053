"""A first story of an action, from what its case may show."""

from collections.abc import Collection
from typing import Any

from tocsin.cases.mask import withheld
from tocsin.cases.models import Case
from tocsin.cases.view import CaseView, GroupView, IncidentView, PersonView, SubjectView, Value
from tocsin.letters.story import GRAVEST_STATUS, story
from tocsin.letters.withheld import without_marker
from tocsin.terms.count import Count
from tocsin.terms.incidents import Incident, Place, incident_types
from tocsin.terms.people import Group, Person
from tocsin.terms.span import Span


def drafted_story(view: CaseView, language: str, foreign: Collection[int] = ()) -> str:
    """The case's own wording, else two to five sentences on those at risk and what happened to them.

    `foreign` are the keys of reports in other languages than this: of these names, dates and numbers are told.
    Empty where the case may show nothing that can be told.
    """
    return view.assessment or _Teller(language, foreign).story(view)


def foreign_reports(case: Case, language: str) -> set[int]:
    """Reports of which it is known that their language is another: their words would not fit into a sentence."""
    languages = case.reports.exclude(language="").values_list("pk", "language")
    return {pk for pk, code in languages if code.split("-")[0] != language.split("-")[0]}


class _Teller:
    """Makes of the views of a case what `letters.story` tells."""

    def __init__(self, language: str, foreign: Collection[int]) -> None:
        self.language, self.foreign = language, foreign

    def story(self, view: CaseView) -> str:
        people = [self.person(p) for p in view.people if p.text("status")]
        groups = [self.group(g) for g in view.groups if g.text("status") and self.is_own(g.all("label")[0])]
        incidents = [self.incident(i, view.groups) for i in view.incidents if i.type in incident_types()]
        return story(people, groups, incidents, self.language)

    def person(self, person: PersonView) -> Person:
        status = _status(person.all("status"))
        return Person(
            name="" if person.is_withheld else person.name,
            role=self.words(person, "role"),
            status=status,
            spans=(),
            since=_since(person, status),
            charge=self.words(person, "charge"),
            penalty=self.words(person, "penalty"),
        )

    def group(self, group: GroupView) -> Group:
        status = _status(group.all("status"))
        return Group(self.said(group.label), _count(group.raw("count")), status, spans=())

    def incident(self, incident: IncidentView, groups: tuple[GroupView, ...]) -> Incident:
        count = _count(incident.raw("count"))
        return Incident(
            type=incident.type,
            date=incident.date or None,
            place=_place(incident.raw("place")),
            count=count,
            spans=tuple(Span(*span) for source in incident.sources for span in source.spans),
            actors=self.all_words(incident, "actors"),
            affected=self.all_words(incident, "affected") or self.label(incident, groups),
            planned=bool(incident.raw("planned")),
            said_by=self.words(incident, "said_by"),
        )

    def label(self, incident: IncidentView, groups: tuple[GroupView, ...]) -> tuple[str, ...]:
        """The only group of the same report that counts as many: 'nine' are 'nine women'."""
        count = _count(incident.raw("count"))
        same = [g for g in groups if count and count.low > 1 and self.is_same(incident, g)]
        return (self.said(same[0].label),) if len(same) == 1 else ()

    def is_same(self, incident: IncidentView, group: GroupView) -> bool:
        counts = [_count(incident.raw("count")), _count(group.raw("count"))]
        low_high = {(count.low, count.high) for count in counts if count}
        together = {s.report for s in incident.sources} & {s.report for s in group.sources}
        return None not in counts and len(low_high) == 1 and bool(together - set(self.foreign))

    def words(self, subject: SubjectView, predicate: str) -> str | None:
        """The first wording in the language of the story."""
        said = (self.said(str(v.raw)) for v in subject.all(predicate) if self.is_own(v))
        return next((words for words in said if words), None)

    def all_words(self, subject: SubjectView, predicate: str) -> tuple[str, ...]:
        values = [v for v in subject.all(predicate) if self.is_own(v)][:1]
        return tuple(said for v in values for words in v.raw if (said := self.said(words)))

    def is_own(self, value: Value) -> bool:
        reports = {source.report for source in value.sources}
        return not reports or bool(reports - set(self.foreign))

    def said(self, words: str) -> str:
        return without_marker(words, withheld(), self.language)


def _status(values: tuple[Value, ...]) -> str:
    """What the last report says, where it tells of a release; else the gravest that any report says."""
    last = max(values, key=lambda v: max((s.published for s in v.sources), default=""))
    if last.raw == "released":
        return "released"
    return min((str(v.raw) for v in values), key=GRAVEST_STATUS.index)


def _since(person: PersonView, status: str) -> str | None:
    """What a report says that tells of this status: another one dates what it tells itself, 'detained on 24 May'."""
    telling = {s.report for v in person.all("status") if v.raw == status for s in v.sources}
    told = (v for v in person.all("since") if v.is_told)
    return next((v.raw for v in told if not v.sources or telling & {s.report for s in v.sources}), None)


def _count(raw: dict[str, Any] | None) -> Count | None:
    return Count(raw["low"], raw["high"], raw["text"]) if raw and raw["low"] is not None else None


def _place(raw: dict[str, Any] | None) -> Place | None:
    return Place(raw["name"], raw["country"]) if raw else None
