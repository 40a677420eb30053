"""The people, groups and incidents of a case as plain values, one for each report that tells of them."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from typing import Any, NamedTuple

from django.db.models import Q, QuerySet

from tocsin.cases.models import Case, Claim, ClaimState, Stance, Subject, SubjectKind
from tocsin.language.name_fold import name_words

from .happening import Happening, Spot
from .told import ToldGroup, ToldPerson

_FACTS = ("role", "status", "charge", "penalty", "since")
_KINDS = (SubjectKind.PERSON, SubjectKind.GROUP, SubjectKind.INCIDENT)
_TELLING = 5  # letters of a name that is found in a sentence by one of its words


class Gathered(NamedTuple):
    """By the key of the subject."""

    people: dict[int, ToldPerson]
    groups: dict[int, ToldGroup]
    incidents: dict[int, Happening]
    reports: dict[int, int]  # subject -> the report that tells of it


def gather(case: Case, only: Collection[int] | None = None) -> Gathered:
    """What stands in the case: withdrawn, rejected and denied claims left out.

    `only`: of these subjects, and of the people whom the reports name that tell of them.
    """
    said: dict[int, dict[str, Claim]] = defaultdict(dict)
    for claim in _claims(case) if only is None else _of_these(_claims(case), only):
        said[claim.subject_id].setdefault(claim.predicate, claim)
    kinds = _kinds(case, None if only is None else said)
    texts = _texts(case, said.values())
    values = {pk: {p: c.value for p, c in claims.items()} for pk, claims in said.items()}
    people = {pk: told_person(values[pk]) for pk in _of(kinds, said, SubjectKind.PERSON)}
    reports = {pk: _report(claims) for pk, claims in said.items()}
    names = _names_by_report(people, reports)
    return Gathered(
        people={pk: person for pk, person in people.items() if person.names},
        groups={pk: told_group(values[pk]) for pk in _of(kinds, said, SubjectKind.GROUP)},
        incidents={
            pk: _happening(values[pk], _quote(said[pk], texts), names[reports[pk]])
            for pk in _of(kinds, said, SubjectKind.INCIDENT)
        },
        reports=reports,
    )


def _kinds(case: Case, only: Iterable[int] | None) -> dict[int, str]:
    subjects = Subject.objects.filter(case=case, kind__in=_KINDS)
    found = subjects if only is None else subjects.filter(pk__in=only)
    return dict(found.order_by("pk").values_list("pk", "kind"))


def _texts(case: Case, said: Iterable[dict[str, Claim]]) -> dict[int, str]:
    told = {claim.report_id for claims in said for claim in claims.values() if claim.report_id}
    return dict(case.reports.filter(pk__in=told).values_list("pk", "text"))


def _of_these(claims: QuerySet[Claim], subjects: Collection[int]) -> QuerySet[Claim]:
    """Theirs, and those of the people in the same reports: an incident's words may name them."""
    told = claims.filter(subject__in=subjects, report__isnull=False).order_by().values("report")
    people = claims.filter(subject__kind=SubjectKind.PERSON, report__in=told).order_by().values("subject")
    return claims.filter(Q(subject__in=subjects) | Q(subject__in=people))


def _claims(case: Case) -> QuerySet[Claim]:
    return (
        Claim.objects.filter(
            subject__case=case, subject__kind__in=_KINDS, withdrawn_at__isnull=True, state=ClaimState.ACCEPTED
        )
        .exclude(stance__in=(Stance.DENIES, Stance.RETRACTS))
        .order_by("pk")
    )


def _of(kinds: dict[int, str], said: dict[int, dict[str, Claim]], kind: str) -> list[int]:
    return [pk for pk, of_kind in kinds.items() if of_kind == kind and said.get(pk)]


def told_person(values: dict[str, Any]) -> ToldPerson:
    names = [values.get("name") or "", *(values.get("aliases") or ())]
    facts = tuple((p, str(values[p])) for p in _FACTS if values.get(p))
    return ToldPerson(tuple(dict.fromkeys(str(n) for n in names if n)), facts)


def told_group(values: dict[str, Any]) -> ToldGroup:
    return ToldGroup(str(values.get("label") or ""), counted(values.get("count")))


def _happening(values: dict[str, Any], words: str, names: list[str]) -> Happening:
    """With the people whom its words name, where the claims do not list them."""
    who = tuple(str(w) for w in values.get("affected") or ())
    here = tuple(
        name for name in names if _stands_in(name, words) and not any(name in entry for entry in who)
    )
    return Happening(
        type=str(values.get("type") or "other"),
        date=str(values.get("date") or ""),
        spot=_spot(values.get("place")),
        count=counted(values.get("count")),
        who=(*who, *here),
        by=tuple(str(a) for a in values.get("actors") or ()),
        words=words,
        planned=bool(values.get("planned")),
    )


def _spot(place: dict[str, Any] | None) -> Spot:
    if not place:
        return Spot()
    return Spot(
        place.get("name") or "", place.get("country") or "", place.get("latitude"), place.get("longitude")
    )


def counted(count: dict[str, Any] | None) -> tuple[int, int] | None:
    """The number as (low, high); None where no number stands."""
    if not count or count.get("low") is None:
        return None
    low = int(count["low"])
    return low, int(count["high"]) if count.get("high") is not None else low


def _quote(claims: dict[str, Claim], texts: dict[int, str]) -> str:
    claim = claims.get("type") or next(iter(claims.values()))
    text = texts.get(claim.report_id or 0, "")
    return " … ".join(text[start:end] for start, end in claim.spans)


def _report(claims: dict[str, Claim]) -> int:
    return next((c.report_id for c in claims.values() if c.report_id), 0)


def _names_by_report(people: dict[int, ToldPerson], reports: dict[int, int]) -> dict[int, list[str]]:
    names: dict[int, list[str]] = defaultdict(list)
    for pk, person in people.items():
        names[reports[pk]] += person.names[:1]
    return names


def _stands_in(name: str, words: str) -> bool:
    return any(len(word) >= _TELLING and word in words for word in name_words(name))
