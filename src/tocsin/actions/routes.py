"""Whom a supporter of an action writes to: the stored offices, as routing reads them."""

from collections import Counter
from collections.abc import Sequence

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from tocsin.directory import models as stored
from tocsin.directory.city import city_of
from tocsin.routing.route import Caution, Route, route
from tocsin.terms.offices import Accreditation, ChannelName, Office, Reach, Told

from .models import Action, Target, TargetRole
from .targets import lost_emails, targets_with_offices

CHANNELS: dict[str, ChannelName] = {"email": "email", "post": "post", "fax": "fax", "phone": "phone"}


def route_for(action: Action, country: str, ask: str = "letter", role: str = TargetRole.TARGET) -> Route:
    """The route of a supporter in `country` (ISO 3166-1 alpha-2); `step.office.target` is the target's key.

    Retired and bounced contacts are left out, and so is every printed number or e-mail address that nobody
    has confirmed: only a postal address goes unconfirmed. A frozen case has no route.
    """
    if action.case.frozen_at:
        return Route((), (Caution("frozen", _("This case is frozen: nobody is to be written to about it.")),))
    offices = routing_offices(action, role)
    found = route(_of(action, offices), country, offices, ask=ask, language=get_language() or "en")
    return Route(found.steps, tuple(c for c in found.warnings if not _is_answered(c, found)))


def _is_answered(caution: Caution, found: Route) -> bool:
    """'Nobody has confirmed these offices' is not said where somebody has confirmed how to reach one."""
    confirmed = (reach.is_confirmed for step in found.steps for reach in step.office.reaches)
    return caution.code == "nothing_confirmed" and any(confirmed)


def routing_offices(action: Action, role: str = TargetRole.TARGET) -> list[Office]:
    """The action's offices of one role, as routing knows them, in the action's order."""
    lost = lost_emails(action)
    return [_office(target, lost) for target in targets_with_offices(action, role)]


def _of(action: Action, offices: Sequence[Office]) -> str:
    """The country of the events, else the one whose offices these mostly are."""
    countries = Counter(office.of_country for office in offices if office.of_country)
    return action.case.country or next((code for code, _n in countries.most_common(1)), "")


def _office(target: Target, lost: Counter[int]) -> Office:
    office = target.office
    reaches = tuple(_reach(point) for point in office.contact_points.all() if _may_be_shown(point))
    accreditations = tuple(Accreditation(a.serves, _told(a)) for a in office.accreditations.all())
    return Office(
        name=str(office),
        kind=office.kind,
        of_country=office.of_country or None,
        in_country=office.in_country or None,
        city=city_of(office) or None,
        told=_best([*(a.told for a in accreditations), *(reach.told for reach in reaches)]),
        accreditations=accreditations,
        reaches=reaches,
        redacted_emails=0 if any(reach.channel == "email" for reach in reaches) else lost[office.pk],
        target=target.pk,
    )


def _may_be_shown(point: stored.ContactPoint) -> bool:
    as_printed = point.channel == stored.Channel.POST and point.value
    return point.is_usable or bool(as_printed and not point.retired_at and not point.bounced_at)


def _reach(point: stored.ContactPoint) -> Reach:
    return Reach(CHANNELS[point.channel], point.value, _told(point), point.as_written, point.repaired or None)


def _told(statement: stored.Accreditation | stored.ContactPoint) -> Told:
    """By a person of ours on the day of the check, or by the report that printed it."""
    if statement.confirmed_at:
        return Told("reviewer", statement.source, statement.confirmed_at.date().isoformat())
    return Told("appeal", statement.source, statement.source_date or None)


def _best(told: Sequence[Told]) -> Told:
    """What a person confirmed before what was printed; an office of which nothing is told stands in the case."""
    return next(iter(sorted(told, key=lambda t: not t.is_confirmed)), Told("appeal", "", None))
