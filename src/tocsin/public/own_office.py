"""A supporter's own government and parliament: an office that need not be among the action's targets.

Nothing is invented of it: what a person has confirmed in the directory is shown, a parliament by its page for finding a member, a
ministry of foreign affairs by any way to reach it.
"""

from collections.abc import Collection, Iterable

from django.utils.translation import get_language

from tocsin.actions.asks.sign_on.domains import mail_domain, web_domain
from tocsin.actions.capacity import OWN, Capacity
from tocsin.actions.models import Action, Target
from tocsin.delivery.destination import Destination
from tocsin.directory import models as stored
from tocsin.directory.in_terms import in_terms
from tocsin.directory.queries import usable_points
from tocsin.language.foreign_ministries import is_of_foreign_affairs
from tocsin.routing.last_steps import last_steps
from tocsin.routing.route import Step, route
from tocsin.terms.offices import Office

_WAYS = frozenset({stored.Channel.EMAIL, stored.Channel.PHONE, stored.Channel.WEB})
# What routing calls the ask.
_ASKS = {Capacity.OWN_GOVERNMENT: "own_government", Capacity.PARLIAMENT: "parliament"}


def own_offices(action: Action, country: str, found: list[Destination]) -> list[Destination]:
    """Of a supporter in `country` (ISO alpha-2), those that the action has a letter for and `found` does not hold yet."""
    if action.case.frozen_at or country == action.case.country:
        return []
    there = {to.capacity for to in found}
    written = set(action.letters.values_list("capacity", flat=True))
    own = (_own(action, country, each) for each in OWN if each in written and each not in there)
    return [to for to in own if to]


def is_own_mailbox(to: Destination, address: str) -> bool:
    """Whether a typed address is at the office's own domain: that of the site which a person has confirmed, or below it."""
    site = web_domain(to.site.value) if to.site else ""
    domain = mail_domain(address)
    return bool(site) and (domain == site or domain.endswith(f".{site}"))


def _own(action: Action, country: str, capacity: Capacity) -> Destination | None:
    office = _parliament(country) if capacity == Capacity.PARLIAMENT else _foreign_ministry(country)
    step = _step(action, country, capacity, office)
    if step is None:
        return None
    points = usable_points(office) if office else []
    target = Target(action=action, office=office or _unstored(step.office), capacity=capacity)
    found = {point.channel: point for point in reversed(points)}
    is_parliament = capacity == Capacity.PARLIAMENT
    return Destination(
        target,
        step.reason,
        step.confidence,
        email=None if is_parliament else found.get(stored.Channel.EMAIL),
        post=found.get(stored.Channel.POST),
        fax=None if is_parliament else found.get(stored.Channel.FAX),
        phone=None if is_parliament else found.get(stored.Channel.PHONE),
        site=found.get(stored.Channel.WEB),
    )


def _parliament(country: str) -> stored.Office | None:
    """The one whose page a person has confirmed."""
    known = _at_home(country, stored.OfficeKind.PARLIAMENT)
    return next((office for office in known if _is_reached_by(office, {stored.Channel.WEB})), None)


def _foreign_ministry(country: str) -> stored.Office | None:
    """The one that a person has confirmed a way to, first of all an address to write to."""
    known = [
        office
        for office in _at_home(country, stored.OfficeKind.MINISTRY)
        if is_of_foreign_affairs(office.name) and _is_reached_by(office, _WAYS)
    ]
    return min(known, key=lambda office: not _is_reached_by(office, {stored.Channel.EMAIL}), default=None)


def _at_home(country: str, kind: str) -> Iterable[stored.Office]:
    found = stored.Office.objects.filter(kind=kind, of_country=country, in_country=country)
    return found.prefetch_related("contact_points").order_by("pk")


def _is_reached_by(office: stored.Office, channels: Collection[str]) -> bool:
    return any(point.channel in channels for point in usable_points(office))


def _step(action: Action, country: str, capacity: Capacity, office: stored.Office | None) -> Step | None:
    """Why this office, as routing explains it."""
    ask, of, language = _ASKS[capacity], action.case.country, get_language() or "en"
    known = (
        [in_terms(office, (), usable_points(office))] if office else last_steps(of, country, ask, language)
    )
    steps = route(of, country, known, ask=ask, language=language).steps
    return next(iter(steps), None)


def _unstored(office: Office) -> stored.Office:
    """As an office of the directory, without a row: nothing is known of it but that a state has one."""
    code = office.in_country or ""
    return stored.Office(name=office.name, kind=office.kind, of_country=code, in_country=code)
