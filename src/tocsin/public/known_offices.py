"""What the directory knows for one supporter's country, as a page may show it: unconfirmed, with its source."""

from dataclasses import dataclass
from datetime import date

from tocsin.routing.order import MISSION_CODES
from tocsin.routing.route import Caution, Step
from tocsin.routing.worldwide import worldwide
from tocsin.terms.offices import Reach

# An old number may ring at a stranger's, an old mailbox be read by one: shown once a person has confirmed it.
_SHOWN_UNCONFIRMED = frozenset({"post", "web"})
# What the page says itself.
_SAID_OTHERWISE = frozenset({"nothing_confirmed", "nothing_known"})


@dataclass(frozen=True)
class KnownOffice:
    step: Step

    @property
    def addresses(self) -> list[Reach]:
        return [reach for reach in self._shown if reach.channel == "post"]

    @property
    def websites(self) -> list[Reach]:
        return [reach for reach in self._shown if reach.channel == "web"]

    @property
    def _shown(self) -> list[Reach]:
        return [r for r in self.step.office.reaches if r.is_confirmed or r.channel in _SHOWN_UNCONFIRMED]


@dataclass(frozen=True)
class KnownOffices:
    """`missions` answer to the country, `last` can be written to from anywhere."""

    missions: tuple[KnownOffice, ...]
    last: tuple[KnownOffice, ...]
    warnings: tuple[Caution, ...]


def known_offices(of: str, country: str, language: str, day: date) -> KnownOffices:
    found = worldwide(of, country, as_of=day, language=language)
    return KnownOffices(
        tuple(KnownOffice(step) for step in found.steps if step.reason_code in MISSION_CODES),
        tuple(KnownOffice(step) for step in found.steps if step.reason_code not in MISSION_CODES),
        tuple(warning for warning in found.warnings if warning.code not in _SAID_OTHERWISE),
    )
