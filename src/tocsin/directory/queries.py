"""What pages and letters ask of the directory."""

from collections.abc import Collection

from django.db.models import Exists, OuterRef, Q, QuerySet

from .freshness import stale_before
from .models import Channel, ContactPoint, Office

STANDING = Q(retired_at__isnull=True)
IN_USE = STANDING & Q(confirmed_at__isnull=False, bounced_at__isnull=True) & ~Q(value="")
CONFIRMED = IN_USE & ~Q(channel=Channel.WEB)


def usable_points(office: Office) -> list[ContactPoint]:
    """The contact points that may be used: confirmed, neither retired nor bounced; newest confirmation first."""
    usable = [p for p in office.contact_points.all() if p.is_usable]
    return sorted(usable, key=lambda p: (p.confirmed_at, p.pk), reverse=True)


def usable_email(office: Office) -> ContactPoint | None:
    """The confirmed e-mail address to write to, the latest confirmed first."""
    return next((p for p in usable_points(office) if p.channel == Channel.EMAIL), None)


def is_reached(office: Office) -> bool:
    """Whether a person has confirmed how to write to it or call it. A website is no such way."""
    return any(p.channel != Channel.WEB for p in usable_points(office))


def standing_points(office: Office) -> list[ContactPoint]:
    """All contact points that nobody took out of use, confirmed or as printed."""
    return [p for p in office.contact_points.all() if not p.retired_at]


def offices(
    country: str = "", words: str = "", state: str = "", places: Collection[str] = ()
) -> QuerySet[Office]:
    """Offices whose country, place or served countries include `country`, by name.

    `words` stand in its name, city or office holder, or mean one of the countries `places`.
    `state`: 'confirmed', 'unconfirmed' (no usable channel), 'expired' (confirmed more than 90 days ago), 'bounced' or
    'reported_dead'; empty for all.
    """
    found = Office.objects.prefetch_related("contact_points", "accreditations").order_by("name", "pk")
    if country:
        found = found.filter(_of_any([country])).distinct()
    if words:
        named = Q(name__icontains=words) | Q(city__icontains=words) | Q(person__icontains=words)
        found = found.filter(named | _of_any(places)).distinct()
    return _in_state(found, state)


def _of_any(countries: Collection[str]) -> Q:
    codes = list(countries)
    return Q(of_country__in=codes) | Q(in_country__in=codes) | Q(accreditations__serves__in=codes)


def _in_state(found: QuerySet[Office], state: str) -> QuerySet[Office]:
    points = ContactPoint.objects.filter(office=OuterRef("pk"))
    if state == "confirmed":
        return found.filter(Exists(points.filter(CONFIRMED)))
    if state == "unconfirmed":
        return found.exclude(Exists(points.filter(CONFIRMED)))
    if state == "expired":
        return found.filter(Exists(points.filter(IN_USE, confirmed_at__lt=stale_before())))
    if state == "bounced":
        return found.filter(Exists(points.filter(STANDING, bounced_at__isnull=False)))
    if state == "reported_dead":
        return found.filter(Exists(points.filter(STANDING, dead_reported_at__isnull=False)))
    return found


def look_alikes(office: Office) -> list[Office]:
    """Other entries of what seems to be the same office: same kind, same country, standing in the same place."""
    if not (office.of_country and (office.city or office.in_country)):
        return []
    same = Office.objects.filter(
        kind=office.kind, of_country=office.of_country, in_country=office.in_country, city__iexact=office.city
    )
    return list(same.exclude(pk=office.pk).order_by("name", "pk"))
