"""Whom a supporter of an action writes to: the stored offices, as routing reads them."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from tocsin.directory import models as stored
from tocsin.directory.in_terms import in_terms
from tocsin.directory.told import newest_first
from tocsin.routing.route import Caution, Route, route
from tocsin.routing.shipped import exceptions_of
from tocsin.terms.offices import Office, Told

from .models import Action, Capacity, Target, TargetRole
from .targets import lost_emails, targets_with_offices

UNCONFIRMED_CHANNELS = frozenset({stored.Channel.POST, stored.Channel.WEB})


def route_for(action: Action, country: str, ask: str = "letter", role: str = TargetRole.TARGET) -> Route:
    """The route of a supporter in `country` (ISO 3166-1 alpha-2); `step.office.target` is the target's key.

    It is None for an office that a shipped exception names and the action does not address. Retired and bounced
    contacts are left out, and so is every number or e-mail address that nobody has confirmed: only a postal address and
    a website go unconfirmed. A frozen case has no route.
    """
    if action.case.frozen_at:
        return Route((), (Caution("frozen", _("This case is frozen: nobody is to be written to about it.")),))
    offices = routing_offices(action, role)
    of = _of(action, offices)
    language = get_language() or "en"
    day = timezone.localdate()
    found = route(of, country, offices, as_of=day, ask=ask, language=language, exceptions=exceptions_of(of))
    return Route(found.steps, tuple(c for c in found.warnings if not _is_answered(c, found)))


def _is_answered(caution: Caution, found: Route) -> bool:
    """'Nobody has confirmed these offices' is not said where somebody has confirmed how to reach one."""
    confirmed = (reach.is_confirmed for step in found.steps for reach in step.office.reaches)
    return caution.code == "nothing_confirmed" and any(confirmed)


def routing_offices(action: Action, role: str = TargetRole.TARGET) -> list[Office]:
    """The action's offices of one role, or of all, as routing knows them, in the action's order."""
    lost = lost_emails(action)
    targets = targets_with_offices(action, role)
    owns = {t.office.owner_id: str(t.office) for t in reversed(targets) if t.office.owner_id}
    employer = next((str(t.office) for t in targets if t.capacity == Capacity.EMPLOYER), _("the employer"))
    return [_related(_office(t, lost, owns.get(t.office_id, "")), t, employer) for t in targets]


def _related(office: Office, target: Target, employer: str) -> Office:
    """What the action says of a company, with who says so."""
    told = Told("directory", target.source, target.source_date) if target.source else None
    if target.capacity == Capacity.OWNER:
        return replace(office, owns=employer, related=told)
    if target.capacity == Capacity.BUYER:
        return replace(office, buys_from=employer, related=told)
    return replace(office, is_employer=target.capacity == Capacity.EMPLOYER)


def _of(action: Action, offices: Sequence[Office]) -> str:
    """The country of the events, else the one whose offices these mostly are."""
    countries = Counter(office.of_country for office in offices if office.of_country)
    return action.case.country or next((code for code, _n in countries.most_common(1)), "")


def _office(target: Target, lost: Counter[int], owns: str) -> Office:
    """`owns`: the company among the action's targets of which this one is the parent."""
    office = target.office
    found = in_terms(office, newest_first(office), filter(_may_be_shown, office.contact_points.all()))
    has_email = any(reach.channel == "email" for reach in found.reaches)
    return replace(found, redacted_emails=0 if has_email else lost[office.pk], target=target.pk, owns=owns)


def _may_be_shown(point: stored.ContactPoint) -> bool:
    unconfirmed = point.channel in UNCONFIRMED_CHANNELS and point.value
    return point.is_usable or bool(unconfirmed and not point.retired_at and not point.bounced_at)
