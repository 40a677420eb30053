"""What is known before a list is read: the stored directory, and of missions that it has not, those that ship."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field

from django.db.models import Q

from tocsin.language.place_names import plain_name
from tocsin.members.models import AuditEntry
from tocsin.routing.shipped import missions_of
from tocsin.terms.offices import MISSIONS
from tocsin.terms.offices import Office as Mission

from ..models import Accreditation, ContactPoint, Office
from ..told import accreditations, contact_points, office_values

Statement = Accreditation | ContactPoint
Place = tuple[str, ...]
LONGEST_KEY = 45
ANY = "*"


@dataclass
class Known:
    """An office with its statements, stored or not yet; `changed` are those that differ from what is stored.

    `taken_back`: countries of which a person said that the office does not serve them.
    """

    office: Office
    accreditations: list[Accreditation]
    points: list[ContactPoint]
    taken_back: Collection[str] = ()
    changed: list[Office | Statement] = field(default_factory=list)
    dropped: list[ContactPoint] = field(default_factory=list)
    is_touched: bool = False

    @property
    def statements(self) -> list[Statement]:
        return [*self.accreditations, *self.points]

    def touch(self, row: Office | Statement | None = None) -> None:
        self.is_touched = True
        if row is not None and row.pk is not None and not any(row is c for c in self.changed):
            self.changed.append(row)

    def drop(self, point: ContactPoint) -> None:
        """An unconfirmed contact that its source has replaced; the audit keeps its words."""
        self.is_touched = True
        self.points = [other for other in self.points if other is not point]
        if point.pk is not None:
            self.dropped.append(point)


class Directory:
    """Finds what is known of an office: by its key, else by kind and place."""

    def __init__(self, found: dict[str, Known]) -> None:
        self.by_key = found
        self._by_place: dict[Place, list[Known]] = {}
        for known in found.values():
            self._place(known)

    def find(self, office: Mission) -> Known | None:
        """None where it is not known, or where two are known that could be meant."""
        if office.key:
            return self.by_key.get(office.key)
        named = self.by_key.get(_plain_key(office))
        if named and office.kind in ("", named.office.kind):
            return named
        asked = Office(**office_values(office))
        for kinds in ([office.kind],) if office.kind else (["embassy"], sorted(MISSIONS)):
            for level in range(3):
                found = [k for kind in kinds for k in self._at(_places(asked, kind)[level : level + 1])]
                if found:
                    return found[0] if len(found) == 1 else None
        return None

    def _at(self, places: Iterable[Place]) -> list[Known]:
        return [known for place in places for known in self._by_place.get(place, ())]

    def add(self, known: Known) -> None:
        self.by_key[known.office.shipped_key] = known
        self._place(known)

    def _place(self, known: Known) -> None:
        office = known.office
        places = set(_places(office, office.kind)[:1])
        if office.kind in MISSIONS:
            places.add((office.kind, office.of_country, office.in_country, ANY))
        for place in places:
            self._by_place.setdefault(place, []).append(known)

    def free_key(self, office: Mission) -> str:
        """Sender, host and city, as in the tables that ship; told apart by kind and number where that is taken."""
        plain = _plain_key(office)
        tried = (plain, *(f"{plain}-{n}" for n in range(2, len(self.by_key) + 3)))
        return next(key for key in tried if key not in self.by_key)


def directory_of(senders: Collection[str], keys: Collection[str]) -> Directory:
    """All that is known of the missions and offices of `senders`, and of those with `keys`."""
    found = {known.office.shipped_key: known for known in _stored(senders, keys)}
    for code in senders:
        for mission in missions_of(code):
            if mission.key not in found:
                office = Office(shipped_key=mission.key, **office_values(mission))
                stated, points = accreditations(office, mission), contact_points(office, mission)
                found[mission.key] = Known(office, list(stated), list(points))
    return Directory(found)


def _stored(senders: Collection[str], keys: Collection[str]) -> Iterator[Known]:
    wanted = Office.objects.exclude(shipped_key="").filter(Q(of_country__in=senders) | Q(in_directory=True))
    taken_back = _taken_back()
    for office in wanted.prefetch_related("accreditations", "contact_points"):
        if office.of_country in senders or office.shipped_key in keys:
            stated, points = list(office.accreditations.all()), list(office.contact_points.all())
            yield Known(office, stated, points, taken_back.get(f"office {office.pk}", ()))


def _taken_back() -> dict[str, list[str]]:
    """Office, as the audit names it -> countries. The rows themselves are gone."""
    found: dict[str, list[str]] = {}
    for subject, detail in AuditEntry.objects.filter(act="accreditation.dropped").values_list(
        "subject", "detail"
    ):
        found.setdefault(subject, []).append(detail.get("serves", ""))
    return found


def _plain_key(office: Mission) -> str:
    what = office.city or office.name or office.kind
    return f"{office.of_country}-{office.in_country}-{what}"[:LONGEST_KEY]


def _places(office: Office, kind: str) -> list[Place]:
    """Where to look for it, the surest first: missions by city, all else by its name.

    By country alone where no city is said, or one whose letters are not those of the tables that ship.
    """
    if kind not in MISSIONS:
        return [(kind, office.in_country, plain_name(office.name))] if office.name else []
    country = (kind, office.of_country, office.in_country)
    by_city: list[Place] = [(*country, plain_name(office.city))] if office.city else []
    return by_city if office.city.isascii() and by_city else [*by_city, (*country, ""), (*country, ANY)]
