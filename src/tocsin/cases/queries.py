"""A case as the desk sees it, and as the public may."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from django.db.models import Count, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.utils.translation import get_language

from tocsin.language.countries import country_name

from .assessments import assessments_of
from .case_claims import CaseClaims
from .elsewhere.held import held_in
from .mask import withheld
from .models import Case, Naming, PersonAtRisk, Subject, SubjectKind
from .names import case_mask, held_back
from .subject_views import (
    ask_view,
    demand_view,
    group_view,
    incident_view,
    link_view,
    office_view,
    plain_view,
    statement_view,
)
from .together import together
from .view import (
    CaseView,
    IncidentView,
    PersonView,
    StatementThread,
    StatementView,
    SubjectView,
    Value,
    Values,
)

ALL_KINDS = frozenset(SubjectKind)


def public_case(slug: str) -> Case | None:
    """The case that has a public page at this address now."""
    return Case.objects.filter(slug=slug, is_public=True, frozen_at=None).first()


def case_view(case: Case, public: bool, kinds: Collection[SubjectKind] = ALL_KINDS) -> CaseView:
    """What stands in the case. In public only what may be shown, and no name that is withheld.

    A frozen case shows nothing in public. Of other `kinds` than those that are asked for nothing is read.
    """
    mask = case_mask(case) if public else None
    claims = CaseClaims(case, mask, kinds)
    head: dict[str, Any] = {
        "pk": case.pk,
        "slug": case.slug,
        "country": case.country,
        "country_name": country_name(case.country, get_language() or "en") if case.country else "",
        "is_sample": case.is_sample,
        "is_frozen": case.frozen_at is not None,
        "has_public_page": case.is_public,
        "is_public_view": public,
    }
    if public and case.frozen_at:
        return CaseView(title="", assessment="", **head)
    return CaseView(
        title=claims.say(case.title),
        assessment=claims.say(case.assessment),
        **head,
        assessments=assessments_of(case, mask),
        **_parts(case, claims, public, kinds),
    )


def people_named(case: Case) -> list[tuple[int, str]]:
    """Key and name of everybody at risk whose name is known, as the desk says it; who is one stands once."""
    people = _people(case, CaseClaims(case, None, {SubjectKind.PERSON}, {"name"}), public=False)
    return [(person.pk, person.name) for person in people if person.name]


def with_counts(cases: QuerySet[Case]) -> QuerySet[Case]:
    """The cases, newest first, each with `people_count`, `incidents_count` and `reports_count`."""
    return cases.annotate(
        people_count=_counted(Subject.objects.filter(kind=SubjectKind.PERSON, same_as=None)),
        incidents_count=_counted(Subject.objects.filter(kind=SubjectKind.INCIDENT, same_as=None)),
        reports_count=_counted(Case.reports.through.objects.all()),
    )


def _counted(rows: QuerySet[Any]) -> Coalesce:
    """How many of them belong to the case: a count of its own, since a join of several would multiply them."""
    counted = rows.filter(case=OuterRef("pk")).order_by().values("case").annotate(n=Count("pk")).values("n")
    return Coalesce(Subquery(counted), 0)


def _parts(case: Case, claims: CaseClaims, public: bool, kinds: Collection[SubjectKind]) -> dict[str, Any]:
    subjects: dict[str, list[Subject]] = defaultdict(list)
    for subject in claims.subjects.values():
        subjects[subject.kind].append(subject)

    def seen(kind: str, view: Callable[..., SubjectView | None]) -> tuple[SubjectView, ...]:
        views = ((one, view(one[0], claims.values(one))) for one in together(subjects[kind]))
        return tuple(_with_joined(v, one) for one, v in views if v is not None)

    return {
        "people": tuple(_people(case, claims, public)) if SubjectKind.PERSON in kinds else (),
        "groups": seen(SubjectKind.GROUP, group_view),
        "incidents": tuple(sorted(seen(SubjectKind.INCIDENT, incident_view), key=_when)),
        "statements": tuple(_threads(seen(SubjectKind.STATEMENT, statement_view))),
        "demands": seen(SubjectKind.DEMAND, demand_view),
        "asks": seen(SubjectKind.ASK, ask_view),
        "offices": seen(SubjectKind.OFFICE, partial(office_view, say=claims.say)),
        "officials": seen(SubjectKind.OFFICIAL, plain_view),
        "organisations": seen(SubjectKind.ORGANISATION, plain_view),
        "links": seen(SubjectKind.LINK, link_view),
        "reports": claims.reports,
    }


def _people(case: Case, claims: CaseClaims, public: bool) -> Iterator[PersonView]:
    """Each person once, with what was said of everybody who was judged to be her."""
    people = {person.pk: person for person in PersonAtRisk.objects.filter(case=case)}
    held = held_back(held_in(case), people) if public else ()
    for person, *joined in together(people.values()):
        values = claims.values([person, *joined])
        if values:
            naming = Naming.WITHHELD if person.pk in held else Naming(person.naming)
            yield _person(person, naming, joined, values, public, claims.independent)


def _with_joined(view: SubjectView, ones: Sequence[Subject]) -> SubjectView:
    return replace(view, joined=tuple(one.pk for one in ones[1:])) if len(ones) > 1 else view


def _person(
    person: PersonAtRisk,
    naming: Naming,
    joined: list[PersonAtRisk],
    values: Values,
    public: bool,
    independent: Callable[[Value], int],
) -> PersonView:
    is_withheld = naming == Naming.WITHHELD
    hidden = ("aliases", "name") if is_withheld else ("aliases",)
    seen = {p: v for p, v in values.items() if p not in hidden} if public else values
    return PersonView(
        pk=person.pk,
        values=seen,
        name=_called(seen["name"], independent) if "name" in seen else withheld() if public else "",
        naming=naming,
        is_withheld=is_withheld,
        joined=tuple(p.pk for p in joined),
    )


def _called(names: tuple[Value, ...], independent: Callable[[Value], int]) -> str:
    """The name that most independent reports give; of several such the first."""
    return max(names, key=independent).text


def _when(incident: SubjectView) -> tuple[str, int]:
    """By date, unknown years and dates last, else in the order of the reports."""
    date = incident.date if isinstance(incident, IncidentView) else ""
    return (date.rstrip("?~%") if date and not date.startswith("X") else "9999", incident.pk)


def _threads(statements: tuple[SubjectView, ...]) -> Iterator[StatementThread]:
    """Statements that contradict one another stand together, where the first of them stood."""
    by_pk = {s.pk: s for s in statements if isinstance(s, StatementView)}
    heads: dict[int, list[StatementView]] = {}
    for statement in by_pk.values():
        heads.setdefault(_head(statement, by_pk), []).append(statement)
    for thread in heads.values():
        yield StatementThread(tuple(thread))


def _head(statement: StatementView, by_pk: dict[int, StatementView]) -> int:
    seen = {statement.pk}
    while statement.contradicts in by_pk and statement.contradicts not in seen:
        statement = by_pk[statement.contradicts]
        seen.add(statement.pk)
    return statement.pk
