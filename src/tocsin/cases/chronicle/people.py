"""How people and groups fared, as dated lines: each axis, each claim, nothing decided between them."""

from collections import defaultdict
from collections.abc import Iterator

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from tocsin.cases.status import StatusPoint, status_of
from tocsin.cases.view import GroupView, PersonView, Said, Value
from tocsin.terms.status_axes import AXIS_OF_STATUS

from .counts import counts_of
from .dating import Dating, as_reported, dating
from .entry import Entry, EntryKind
from .telling import Telling

LANE = "people"
# What a group's own status says that its count counts.
FAMILY_OF_STATUS = {
    "killed": "killing",
    "injured": "violence",
    "detained": "arrest",
    "dismissed": "labour",
    "released": "release",
    "on_strike": "strike",
    "missing": "disappearance",
}
ON_WHAT = {
    "charged": "charge",
    "on_trial": "charge",
    "convicted": "penalty",
    "serving": "penalty",
}


def person_entries(person: PersonView, telling: Telling) -> Iterator[Entry]:
    """A line for each value on each axis and each date that it is told of; sources that agree share it."""
    since = _since(person)
    together: dict[tuple[str, str, int, str], list[tuple[StatusPoint, Dating]]] = defaultdict(list)
    points = (point for axis in status_of(person.values) for point in axis.history)
    for point in sorted(points, key=lambda point: point.said.claim):
        when = _dating(point, since)
        same = point.axis, point.code, point.value.claims[0], f"{when.edtf} {when.certainty}"
        together[same].append((point, when))
    for told in together.values():
        yield _person_entry(person, [point for point, _when in told], told[0][1], telling)


def group_entries(group: GroupView, telling: Telling) -> Iterator[Entry]:
    for value in group.all("status"):
        yield Entry(
            key=f"group-{group.pk}-{value.raw}",
            kind=EntryKind.STATUS,
            lane=LANE,
            what=AXIS_OF_STATUS.get(str(value.raw), ("risk", ""))[0],
            dating=_group_dating(value, telling),
            title=f"{capfirst(group.label)}: {value.text}",
            counts=counts_of(group, FAMILY_OF_STATUS.get(str(value.raw), ""), telling),
            who=value.asserted_by,
            sources=telling.sources(value, *group.all("count")),
            quotes=telling.quotes(value),
            remarks=telling.remarks(value),
        )


def _person_entry(person: PersonView, points: list[StatusPoint], when: Dating, telling: Telling) -> Entry:
    [first, *_rest] = points
    reports = {point.said.source.report for point in points if point.said.source}
    numbers = tuple(sorted(n for report in reports if (n := telling.number(report)) is not None))
    return Entry(
        key=f"person-{person.pk}-{first.axis}-{first.said.claim}",
        kind=EntryKind.STATUS,
        lane=LANE,
        what=first.axis,
        dating=when,
        title=_("%(name)s: %(status)s")
        % {"name": person.name or _("somebody without a name"), "status": _words(first)},
        brief=_words(first),
        code=first.code,
        text=_on_what(person, first.code, reports),
        who=first.value.asserted_by,
        people=(person.pk,),
        remarks=telling.remarks(first.value),
        sources=numbers,
        quotes=tuple(quote for quote in telling.quotes(first.value) if quote.source in numbers),
    )


def _words(point: StatusPoint) -> str:
    """As the report has it: 'detained' is not put as 'held'. Of several in one field, that of this axis."""
    return point.value.text if isinstance(point.value.raw, str) else point.words


def _dating(point: StatusPoint, since: dict[int, str]) -> Dating:
    """By its own date, else by the "since" that stands beside it, else true by the day of the report."""
    known = point.said.holds_on or since.get(point.said.claim, "")
    return dating(known) if known else as_reported(point.said.dated)


def _since(person: PersonView) -> dict[int, str]:
    """Claim of a status -> since when the same report tells it; of nothing else that it tells of the person."""
    told = {_where(said): str(value.raw) for value in person.all("since") for said in value.said}
    if not told:
        return {}
    statuses = ((said.claim, _where(said)) for value in person.all("status") for said in value.said)
    return {claim: told[where] for claim, where in statuses if where in told}


def _where(said: Said) -> tuple[int, int | None, int | None]:
    return said.subject, said.source.report if said.source else None, said.inquiry


def _group_dating(value: Value, telling: Telling) -> Dating:
    held = sorted(said.holds_on for said in value.said if said.holds_on)
    return dating(held[0]) if held else as_reported(telling.said_at(value))


def _on_what(person: PersonView, code: str, reports: set[int]) -> str:
    """The charge or the penalty, as the same reports tell it."""
    told = person.all(ON_WHAT.get(code, ""))
    return "; ".join(v.text for v in told if reports & {s.report for s in v.sources})
