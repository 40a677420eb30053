"""How people in a country reach another one's office: what the map draws and the table groups by."""

from enum import StrEnum

from django.utils.translation import gettext_lazy as _

from tocsin.routing.order import MISSION_CODES
from tocsin.routing.route import Step

_NO_EMBASSY = frozenset({"interests_section", "protecting_power", "de_facto", "consulate"})


class Reach(StrEnum):
    """In the order of the legend."""

    HERE = "here"
    ELSEWHERE = "elsewhere"
    NO_EMBASSY = "no-embassy"
    IN_DOUBT = "in-doubt"
    NONE = "none"

    @property
    def words(self) -> str:
        return str(_WORDS[self])


_WORDS = {
    Reach.HERE: _("An embassy in the country"),
    Reach.ELSEWHERE: _("An embassy in another country"),
    Reach.NO_EMBASSY: _("An office that is no embassy of its own"),
    Reach.IN_DOUBT: _("An office that may be gone, or may not answer"),
    Reach.NONE: _("No office known"),
}

# Why, for a table whose columns tell the source: codes of `routing.order.ORDER`
_WHY = {
    "resident": _("stands in the country"),
    "listed_for": _("listed for this country"),
    "also_covers": _("also answers to this country"),
    "relocated": _("the embassy has moved there"),
    "un_mission_is_embassy": _("the mission to the United Nations serves as embassy"),
    "home_based": _("the ambassador works from there"),
    "informal": _("no embassies are kept; the two speak through this one"),
    "interests_section": _("no embassy; its section in that of another state"),
    "protecting_power": _("no embassy; another state looks after its affairs"),
    "de_facto": _("not called an embassy"),
    "consulate": _("a consulate, no embassy"),
}


def reach_of(step: Step | None, country: str) -> Reach:
    """`step` is the first of a route for `country` (ISO alpha-2)."""
    if step is None or step.reason_code not in MISSION_CODES:
        return Reach.NONE
    if step.confidence_code == "in_doubt":
        return Reach.IN_DOUBT
    if step.reason_code in _NO_EMBASSY:
        return Reach.NO_EMBASSY
    return Reach.HERE if step.office.in_country == country else Reach.ELSEWHERE


def short_reason(step: Step, through: str = "") -> str:
    """`through` is the state that keeps the foreign relations of a territory, where the office answers to that."""
    if through:
        return _("answers to %(state)s, which speaks for it abroad") % {"state": through}
    return str(_WHY[step.reason_code])
