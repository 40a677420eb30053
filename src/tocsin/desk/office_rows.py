"""An office as the desk lists it."""

from dataclasses import dataclass

from tocsin.directory.city import city_of
from tocsin.directory.models import ContactPoint, Office
from tocsin.directory.queries import usable_points

from .country_choices import country_words


@dataclass(frozen=True)
class OfficeRow:
    """`usable` may be used; `printed` are unconfirmed; `spent` bounced or were retired."""

    office: Office
    place: str
    serves: tuple[str, ...]
    usable: tuple[ContactPoint, ...]
    printed: tuple[ContactPoint, ...]
    spent: tuple[ContactPoint, ...]

    @property
    def points(self) -> tuple[ContactPoint, ...]:
        return (*self.usable, *self.printed, *self.spent)


def office_row(office: Office) -> OfficeRow:
    points = list(office.contact_points.all())
    usable = usable_points(office)
    return OfficeRow(
        office=office,
        place=", ".join(part for part in (city_of(office), country_words(office.in_country)) if part),
        serves=tuple(sorted({country_words(a.serves) for a in office.accreditations.all()})),
        usable=tuple(usable),
        printed=tuple(p for p in points if p not in usable and not p.retired_at and not p.bounced_at),
        spent=tuple(p for p in points if p.retired_at or p.bounced_at),
    )
