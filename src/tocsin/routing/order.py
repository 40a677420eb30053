"""In which order offices are named to a supporter: the order of the house's design, what was checked first."""

from collections.abc import Iterable

from tocsin.routing.answers import Answer
from tocsin.routing.known_then import first_day

# How an office answers to a country, best first.
ORDER = (
    "interests_section",
    "protecting_power",
    "relocated",
    "un_mission_is_embassy",
    "home_based",
    "informal",
    "resident",
    "listed_for",
    "also_covers",
    "de_facto",
    "consulate",
    "own_country",
    "united_nations",
    "at_home",
    "employer",
    "parent",
    "buyer",
    "elsewhere",
    "named",
)
EMBASSY_CODES = frozenset(ORDER[: ORDER.index("de_facto")])
MISSION_CODES = frozenset(ORDER[: ORDER.index("own_country")])


def in_order(answers: Iterable[Answer]) -> list[Answer]:
    """Missions for the country first, then those at home and elsewhere."""
    found = list(answers)
    return sorted(found, key=lambda answer: _rank(answer, found))


def _rank(answer: Answer, among: list[Answer]) -> tuple[bool, bool, bool, bool, int, bool, bool, bool]:
    """Of two that are equal, what the case itself lists goes before an exception, and that before the directory's rows."""
    is_shipped = answer.told.is_shipped
    return (
        answer.code not in MISSION_CODES,
        not answer.told.is_confirmed,
        bool(answer.office.doubt),
        _is_outdated(answer, among),
        ORDER.index(answer.code),
        is_shipped,
        bool(answer.note) is not is_shipped,
        answer.told.kind == "generic",
    )


def _is_outdated(answer: Answer, among: list[Answer]) -> bool:
    """Of an appeal's list and the directory the younger goes first; what a person confirmed is never outdated."""
    if answer.told.is_confirmed or answer.code not in MISSION_CODES:
        return False
    made = first_day(answer.told.date)
    others = (a for a in among if a.told.is_shipped != answer.told.is_shipped and a.code in EMBASSY_CODES)
    return made is not None and any((first_day(a.told.date) or made) > made for a in others)
