"""Who represents a country where people live: one answer for each country and territory, from what ships."""

from dataclasses import dataclass
from datetime import date

from tocsin.language.countries import country_name
from tocsin.language.country_sentences import called
from tocsin.language.find_place import sovereign_of
from tocsin.public.countries import country_choices
from tocsin.public.reach import Reach, reach_of, short_reason
from tocsin.routing.edtf_words import month_words
from tocsin.routing.name_said import name_said
from tocsin.routing.order import MISSION_CODES
from tocsin.routing.route import Route, Step
from tocsin.routing.worldwide import worldwide
from tocsin.terms.offices import Office

# Warnings that say what the first office alone does not.
_SAID_BESIDE = frozenset({"no_embassy", "set_aside"})


@dataclass(frozen=True)
class Row:
    """What people in one country or territory find. `missions` are in order, `last` the names of what always remains."""

    country: str
    name: str
    reach: Reach
    missions: tuple[Step, ...]
    office: str
    why: str
    source_date: str
    said_beside: tuple[str, ...]
    last: tuple[str, ...]

    @property
    def first(self) -> Step:
        return self.missions[0]

    @property
    def website(self) -> str:
        return next((reach.value for reach in self.first.channels.get("web", [])), "")

    @property
    def more(self) -> int:
        return len(self.missions) - 1


@dataclass(frozen=True)
class WholeWorld:
    """`rows` in the order of the reader's alphabet; the country itself is not among them."""

    of: str
    rows: tuple[Row, ...]

    def among(self, reach: Reach) -> tuple[Row, ...]:
        return tuple(row for row in self.rows if row.reach == reach)


def whole_world(of: str, language: str, day: date, stored: tuple[Office, ...] = ()) -> WholeWorld:
    """`of` is ISO alpha-2, `stored` what this installation knows beside what ships. Some 250 routes: keep what is made of them."""
    others = [(code, name) for code, name in country_choices(language) if code != of]
    return WholeWorld(of, tuple(_row(of, code, name, language, day, stored) for code, name in others))


def remaining(known: WholeWorld) -> list[tuple[tuple[str, ...], list[Row]]]:
    """Rows without an office by what remains for them, the most common first."""
    found: dict[tuple[str, ...], list[Row]] = {}
    for row in known.among(Reach.NONE):
        found.setdefault(row.last, []).append(row)
    return sorted(found.items(), key=lambda item: -len(item[1]))


def _row(of: str, code: str, name: str, language: str, day: date, stored: tuple[Office, ...]) -> Row:
    found = worldwide(of, code, stored, day, language=language)
    missions = tuple(step for step in found.steps if step.reason_code in MISSION_CODES)
    first = missions[0] if missions else None
    return Row(
        country=code,
        name=name,
        reach=reach_of(first, code),
        missions=missions,
        office=office_among(of, first.office, language) if first else "",
        why=short_reason(first, _speaks_through(found, code, language)) if first else "",
        source_date=month_words(first.source_date, language) if first and first.source_date else "",
        said_beside=tuple(w.message for w in found.warnings if w.code in _SAID_BESIDE),
        last=tuple(office_among(of, step.office, language) for step in found.steps[len(missions) :]),
    )


def _speaks_through(found: Route, code: str, language: str) -> str:
    """The state whose office answers for a territory."""
    state = sovereign_of(code)
    is_through = state and any(w.code == "for_the_sovereign" for w in found.warnings)
    return called(state, language) if state and is_through else ""


def office_among(of: str, office: Office, language: str) -> str:
    """Its name on a page that is about one country: 'Embassy in Oslo'."""
    name = name_said(office, language, among=of)
    if office.of_country != of:
        return name
    whose = {called(of), country_name(of), called(of, language), country_name(of, language)}
    ends = max((f" of {each}" for each in whose if f" of {each}" in name), key=len, default="")
    return name.replace(ends, "", 1) if ends else name
