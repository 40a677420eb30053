"""The people, groups and incidents of a case as plain values, one for each report that tells of them."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any, NamedTuple

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


def gather(case: Case) -> Gathered:
    """What stands in the case: withdrawn, rejected and denied claims left out."""
    said: dict[int, dict[str, Claim]] = defaultdict(dict)
    subjects = {s.pk: s for s in Subject.objects.filter(case=case, kind__in=_KINDS).order_by("pk")}
    for claim in _claims(case):
        said[claim.subject_id].setdefault(claim.predicate, claim)
    texts = dict(case.reports.values_list("pk", "text"))
    values = {pk: {p: c.value for p, c in claims.items()} for pk, claims in said.items()}
    people = {pk: told_person(values[pk]) for pk in _of(subjects, said, SubjectKind.PERSON)}
    reports = {pk: _report(claims) for pk, claims in said.items()}
    names = _names_by_report(people, reports)
    return Gathered(
        people={pk: person for pk, person in people.items() if person.names},
        groups={pk: told_group(values[pk]) for pk in _of(subjects, said, SubjectKind.GROUP)},
        incidents={
            pk: _happening(values[pk], _quote(said[pk], texts), names[reports[pk]])
            for pk in _of(subjects, said, SubjectKind.INCIDENT)
        },
        reports=reports,
    )


def _claims(case: Case) -> Iterable[Claim]:
    return (
        Claim.objects.filter(
            subject__case=case, subject__kind__in=_KINDS, withdrawn_at__isnull=True, state=ClaimState.ACCEPTED
        )
        .exclude(stance__in=(Stance.DENIES, Stance.RETRACTS))
        .order_by("pk")
    )


def _of(subjects: dict[int, Subject], said: dict[int, dict[str, Claim]], kind: str) -> list[int]:
    return [pk for pk, subject in subjects.items() if subject.kind == kind and said.get(pk)]


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
