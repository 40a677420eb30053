"""What the directory knows for one supporter's country, as a page may show it: unconfirmed, with its source."""

from dataclasses import dataclass
from datetime import date

from tocsin.directory.models import Channel
from tocsin.routing.order import MISSION_CODES
from tocsin.routing.route import Caution, Step
from tocsin.routing.worldwide import worldwide
from tocsin.terms.offices import Office, Reach

# An old number may ring at a stranger's, an old mailbox be read by one: shown once a person has confirmed it.
_SHOWN_UNCONFIRMED = frozenset({"post", "web"})
# What the page says itself.
_SAID_OTHERWISE = frozenset({"nothing_confirmed", "nothing_known"})


@dataclass(frozen=True)
class KnownOffice:
    step: Step

    @property
    def reaches(self) -> list[tuple[str, Reach]]:
        """Each way to reach it that may be shown, with the name of the channel."""
        found = (r for reaches in self.step.channels.values() for r in reaches)
        shown = (r for r in found if r.is_confirmed or r.channel in _SHOWN_UNCONFIRMED)
        return [(str(Channel(reach.channel).label), reach) for reach in shown]

    @property
    def is_checked(self) -> bool:
        return any(reach.is_confirmed for _, reach in self.reaches)


@dataclass(frozen=True)
class KnownOffices:
    """`missions` answer to the country, `last` can be written to from anywhere."""

    missions: tuple[KnownOffice, ...]
    last: tuple[KnownOffice, ...]
    warnings: tuple[Caution, ...]

    @property
    def is_checked(self) -> bool:
        return any(office.is_checked for office in (*self.missions, *self.last))


def known_offices(
    of: str, country: str, language: str, day: date, stored: tuple[Office, ...] = ()
) -> KnownOffices:
    found = worldwide(of, country, stored, day, language=language)
    return KnownOffices(
        tuple(KnownOffice(step) for step in found.steps if step.reason_code in MISSION_CODES),
        tuple(KnownOffice(step) for step in found.steps if step.reason_code not in MISSION_CODES),
        tuple(warning for warning in found.warnings if warning.code not in _SAID_OTHERWISE),
    )
