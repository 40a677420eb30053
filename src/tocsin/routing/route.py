"""Whom to write to, in order: the whole of routing is one sort by how an office answers to a country."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from tocsin.routing.reasons import confidence_of, confidence_words, reason_words, warning_words
from tocsin.terms.offices import UNITED_NATIONS, Accreditation, Office, Reach, Told

# How an office answers to a country, best first. What a reviewer confirmed goes before what was only printed.
ORDER = (
    "resident",
    "listed_for",
    "also_covers",
    "consulate",
    "own_country",
    "united_nations",
    "at_home",
    "named",
)
_MISSION_CODES = frozenset({"resident", "listed_for", "also_covers", "consulate"})


@dataclass(frozen=True)
class Step:
    """One office, and why it: `reason` and `confidence` are the words of their codes."""

    office: Office
    reason_code: str
    reason: str
    source: str
    source_date: str | None
    confidence_code: str
    confidence: str

    @property
    def channels(self) -> dict[str, list[Reach]]:
        """Channel name -> ways to reach the office by it; confirmed ones first."""
        names = dict.fromkeys(reach.channel for reach in self.office.reaches)
        sort = sorted(self.office.reaches, key=lambda reach: not reach.is_confirmed)
        return {name: [reach for reach in sort if reach.channel == name] for name in names}


@dataclass(frozen=True)
class Caution:
    code: str
    message: str


@dataclass(frozen=True)
class Route:
    steps: tuple[Step, ...]
    warnings: tuple[Caution, ...]


def route(
    of: str,
    supporter_country: str,
    offices: Sequence[Office],
    as_of: date | None = None,
    ask: str = "letter",
    language: str = "en",
) -> Route:
    """Offices of country `of` (and of others that a demand is for) for a supporter in `supporter_country`.

    Countries are ISO 3166-1 alpha-2. `as_of` is the day on which confirmations must still be fresh, today by default.
    `ask` is a kind of the draft schema: for a picket only offices that stand in the supporter's country count.
    """
    day = as_of or date.today()
    found = sorted(_answering(of, supporter_country, offices), key=_rank)
    if ask == "picket":
        found = [f for f in found if f[1].in_country == supporter_country]
    steps = tuple(_step(code, office, told, supporter_country, day, language) for code, office, told in found)
    cautions = _cautions(of, supporter_country, offices, steps, ask)
    return Route(
        steps, tuple(Caution(code, warning_words(code, params, language)) for code, params in cautions)
    )


Answer = tuple[str, Office, Told]


def _answering(of: str, country: str, offices: Iterable[Office]) -> list[Answer]:
    answers = []
    for office in offices:
        code, told = _relation(of, country, office)
        if code:
            answers.append((code, office, told))
    return answers


def _rank(answer: Answer) -> tuple[bool, bool, int]:
    """Missions for the country first, confirmed ones before printed ones, then by the order."""
    code, _, told = answer
    return code not in _MISSION_CODES, not told.is_confirmed, ORDER.index(code)


def _relation(of: str, country: str, office: Office) -> tuple[str, Told]:
    """How an office answers to a country, and who says so; an empty code where it does not."""
    if not office.is_mission:
        return _relation_at_home(of, country, office), office.told
    if country == of or office.of_country not in (of, None):
        return "", office.told
    stated = next((a for a in _best_told(office) if a.serves == country), None)
    if stated:
        return _stated(country, office, stated), stated.told
    if office.kind == "permanent_mission" and any(a.serves == UNITED_NATIONS for a in office.accreditations):
        return "united_nations", office.told
    return "", office.told


def _best_told(office: Office) -> list[Accreditation]:
    return sorted(office.accreditations, key=lambda a: not a.told.is_confirmed)


def _stated(country: str, office: Office, stated: Accreditation) -> str:
    """Resident, or an embassy elsewhere that is listed for the country or also covers it."""
    if office.in_country == country:
        return "consulate" if office.kind == "consulate" else "resident"
    return "also_covers" if stated.basis == "covers" else "listed_for"


def _relation_at_home(of: str, country: str, office: Office) -> str:
    if office.in_country == of:
        return "at_home"
    if office.in_country == country:
        return "own_country"
    return "named" if office.in_country is None else ""


def _step(code: str, office: Office, told: Told, country: str, day: date, language: str) -> Step:
    confidence = confidence_of(told, day)
    return Step(
        office=office,
        reason_code=code,
        reason=reason_words(code, office, told, country, language),
        source=told.source,
        source_date=told.date,
        confidence_code=confidence,
        confidence=confidence_words(confidence, told, language),
    )


def _cautions(
    of: str, country: str, offices: Sequence[Office], steps: Sequence[Step], ask: str
) -> list[tuple[str, dict[str, str | int]]]:
    countries: dict[str, str | int] = {"of": of, "country": country}
    lost = sum(office.redacted_emails for office in offices if any(step.office is office for step in steps))
    reached = any(step.reason_code in _MISSION_CODES for step in steps)
    checks: list[tuple[str, bool, dict[str, str | int]]] = [
        ("own_country", of == country, countries),
        ("picket_elsewhere", ask == "picket" and of != country and not reached, countries),
        ("no_mission", ask != "picket" and of != country and not reached, countries),
        ("nothing_known", not steps, {}),
        ("nothing_confirmed", bool(steps) and not any(_is_confirmed(step) for step in steps), {}),
        ("unreadable", lost > 0, {"count": lost}),
    ]
    return [(code, params) for code, applies, params in checks if applies]


def _is_confirmed(step: Step) -> bool:
    return step.confidence_code.startswith("confirmed")
