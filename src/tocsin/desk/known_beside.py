"""A stored office beside what the directory knows of it."""

from dataclasses import dataclass

from django.utils import timezone

from tocsin.directory.in_terms import in_terms
from tocsin.directory.missions import shipped_mission
from tocsin.directory.models import Office
from tocsin.directory.queries import standing_points
from tocsin.directory.told import newest_first
from tocsin.routing.beside import beside
from tocsin.routing.shipped import missions_of
from tocsin.terms import offices as terms


@dataclass(frozen=True)
class Known:
    """`is_sure`: somebody said that it is this mission; else it stands in the same place. `missing` can be taken over."""

    mission: terms.Office
    is_sure: bool
    missing: tuple[terms.Reach, ...]
    missing_serves: tuple[str, ...]

    @property
    def has_more(self) -> bool:
        return not self.is_sure or bool(self.missing or self.missing_serves)


def known_beside(office: Office) -> Known | None:
    """None where the directory knows no such mission, or another entry is said to be it already."""
    sure = shipped_mission(office.of_country, office.shipped_key)
    mission = sure or _seems(office)
    if mission is None:
        return None
    values = {
        (p.channel, v.casefold()) for p in office.contact_points.all() for v in (p.value, p.as_written) if v
    }
    served = {(a.serves, a.source) for a in office.accreditations.all()}
    return Known(
        mission,
        sure is not None,
        tuple(r for r in mission.reaches if (r.channel, r.value.casefold()) not in values),
        tuple(
            dict.fromkeys(a.serves for a in mission.accreditations if (a.serves, a.told.source) not in served)
        ),
    )


def _seems(office: Office) -> terms.Office | None:
    if not office.of_country or office.shipped_key:
        return None
    printed = in_terms(office, newest_first(office), standing_points(office))
    found = beside(printed, missions_of(office.of_country), timezone.localdate()).mission
    is_taken = found is not None and Office.objects.filter(shipped_key=found.key).exists()
    return None if is_taken else found
