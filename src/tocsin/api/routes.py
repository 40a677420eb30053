"""Whom a supporter in a country writes to, why, how sure that is, and by what an office can be reached."""

from django.http import HttpRequest
from django.utils.translation import gettext as _

from tocsin.actions.models import Partner
from tocsin.actions.routes import route_for
from tocsin.delivery.destination import Destination, destinations
from tocsin.directory.models import ContactPoint
from tocsin.language.countries import country_codes

from .asked import reads
from .problem import Problem
from .seen import seen_action


@reads
def api_route(request: HttpRequest, partner: Partner, slug: str, country: str) -> dict[str, object]:
    """Nobody in the country of events is led to an office."""
    action, code = seen_action(slug), known_country(country, "country")
    if code == action.case.country:
        raise nobody_there("country")
    found = destinations(action, code)
    warnings = route_for(action, code).warnings
    return {
        "country": code,
        "offices": [_office(each) for each in found],
        "warnings": [{"code": caution.code, "message": caution.message} for caution in warnings],
    }


def known_country(given: str, place: str) -> str:
    """Raises Problem."""
    code = given.upper()
    if code not in country_codes():
        told = _("Give the country where the supporter lives as two letters (ISO 3166-1), such as NO.")
        raise Problem(422, _("This is no country that we know."), place, told)
    return code


def nobody_there(place: str) -> Problem:
    return Problem(
        422,
        _("Nobody in the country of the events is asked to write."),
        place,
        _("Tell supporters who live there that they are safer not to take part under their name."),
    )


def _office(to: Destination) -> dict[str, object]:
    office = to.office
    return {
        "to": to.target.pk,
        "name": str(office),
        "kind": office.kind,
        "city": office.city,
        "in_country": office.in_country or None,
        "reason": to.reason,
        "confidence": to.confidence,
        "takes_letters_from_here": to.email is not None,
        "contacts": [_contact(point) for point in to.points],
    }


def _contact(point: ContactPoint) -> dict[str, object]:
    return {
        "channel": point.channel,
        "value": point.value,
        "confirmed_on": point.confirmed_at.date().isoformat() if point.confirmed_at else None,
        "source": point.source,
        "source_date": point.source_date or None,
    }
