"""How people and groups fared, as dated lines: each axis, each claim, nothing decided between them."""

from collections.abc import Iterator
from itertools import groupby

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from tocsin.cases.view import GroupView, PersonView, SubjectView, Value

from .claim_rows import ClaimRow
from .counts import counts_of
from .dating import Dating, as_reported, dating
from .entry import Entry, EntryKind
from .telling import Telling

LANE = "people"
AXES = ("life", "liberty", "law", "work", "risk")
# Until a status is told axis by axis, its plain word says on which axis it stands.
AXIS_OF_STATUS = {
    "missing": "life",
    "injured": "life",
    "killed": "life",
    "detained": "liberty",
    "released": "liberty",
    "in_hiding": "liberty",
    "deported": "liberty",
    "charged": "law",
    "sentenced": "law",
    "on_strike": "work",
    "dismissed": "work",
    "threatened": "risk",
    "at_risk": "risk",
}
STATUSES = ("status", "also", *AXES)
ON_CHARGES = {
    "charged": "charge",
    "on_trial": "charge",
    "sentenced": "penalty",
    "convicted": "penalty",
    "serving": "penalty",
}

Dated = tuple[Dating, int, ClaimRow]


def person_entries(person: PersonView, telling: Telling) -> Iterator[Entry]:
    for predicate in STATUSES:
        for value in person.all(predicate):
            for number, claims in enumerate(_by_date(person, predicate, value, telling)):
                yield _person_entry(person, predicate, value, number, claims, telling)


def group_entries(group: GroupView, telling: Telling) -> Iterator[Entry]:
    for value in group.all("status"):
        claims = next(iter(_by_date(group, "status", value, telling)))
        yield Entry(
            key=f"group-{group.pk}-{value.raw}",
            kind=EntryKind.STATUS,
            lane=LANE,
            what=axis_of("status", str(value.raw)),
            dating=claims[0][0],
            title=f"{capfirst(group.label)}: {value.text}",
            counts=counts_of(group, _FAMILY_OF_STATUS.get(str(value.raw), ""), telling),
            who=value.asserted_by,
            sources=telling.sources(value, *group.all("count")),
            quotes=telling.quotes(value),
            remarks=telling.remarks(value),
        )


_FAMILY_OF_STATUS = {
    "killed": "killing",
    "injured": "violence",
    "detained": "arrest",
    "dismissed": "labour",
    "released": "release",
    "on_strike": "strike",
    "missing": "disappearance",
}


def axis_of(predicate: str, code: str) -> str:
    return predicate if predicate in AXES else AXIS_OF_STATUS.get(code, "risk")


def _person_entry(
    person: PersonView, predicate: str, value: Value, number: int, claims: list[Dated], telling: Telling
) -> Entry:
    code = value.raw if isinstance(value.raw, str) else ""
    reports = {row.report for _dating, _pk, row in claims}
    return Entry(
        key=f"person-{person.pk}-{value.claims[0]}-{number}",
        kind=EntryKind.STATUS,
        lane=LANE,
        what=axis_of(predicate, code),
        dating=claims[0][0],
        title=_("%(name)s: %(status)s")
        % {"name": person.name or _("somebody without a name"), "status": value.text},
        brief=value.text,
        text=_on_what(person, code, reports),
        who=value.asserted_by,
        people=(person.pk,),
        remarks=telling.remarks(value),
        sources=tuple(sorted(n for r in reports if (n := telling.number(r)) is not None)),
        quotes=tuple(q for q in telling.quotes(value) if q.source in {telling.number(r) for r in reports}),
    )


def _by_date(view: SubjectView, predicate: str, value: Value, telling: Telling) -> Iterator[list[Dated]]:
    """The claims of one value, those of one date together: said again for another date it is another line."""
    since = _since(view, telling) if predicate == "status" else {}
    published = {source.report: source.published for source in value.sources}
    dated = [
        (_dating(row, since.get(row.subject, ""), published.get(row.report or 0, "")), pk, row)
        for pk, row in telling.rows(value)
    ]
    dated.sort(key=lambda found: (found[0].edtf, found[0].certainty, found[1]))
    for _same, claims in groupby(dated, key=lambda found: (found[0].edtf, found[0].certainty)):
        yield list(claims)


def _since(view: SubjectView, telling: Telling) -> dict[int, str]:
    """Subject -> since when, by the claim that stands beside its status in the same report."""
    return {row.subject: str(value.raw) for value in view.all("since") for _pk, row in telling.rows(value)}


def _dating(row: ClaimRow, since: str, published: str) -> Dating:
    known = row.holds_on or since
    return dating(known) if known else as_reported(row.said_at or published)


def _on_what(person: PersonView, code: str, reports: set[int | None]) -> str:
    """The charge or the penalty, as the same reports tell it."""
    told = person.all(ON_CHARGES.get(code, ""))
    return "; ".join(v.text for v in told if reports & {s.report for s in v.sources})
