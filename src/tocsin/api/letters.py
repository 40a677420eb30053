"""A supporter's letter through a partner's site: the act of our own form, confirmed from her mailbox like any other."""

import json
from collections.abc import Callable

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.http import HttpRequest
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from tocsin.actions.models import Action, Partner
from tocsin.actions.queries import is_open
from tocsin.delivery.destination import Destination, choose, destinations
from tocsin.delivery.mail_choice.choice_for import choice_for
from tocsin.delivery.mail_choice.models import By
from tocsin.delivery.take_letter import To, Written, take_letter
from tocsin.delivery.typed import (
    LONGEST_BODY,
    LONGEST_EMAIL,
    LONGEST_NAME,
    LONGEST_SUBJECT,
    NO_ADDRESS,
    clean_email,
    clean_name,
    plain_body,
    plain_subject,
)
from tocsin.supporters.mailbox_limit import is_one_too_many
from tocsin.supporters.rate_keys import rate_keys
from tocsin.supporters.take_part import Person

from .asked import acts
from .problem import Problem
from .routes import known_country, nobody_there
from .seen import seen_action

# For one key, in an hour and a process of the server.
MOST_LETTERS = 600
LONGEST_REQUEST = 100_000  # bytes
# Told to everybody alike: nobody learns from it who has written before.
_TAKEN = {"state": "asked_to_confirm"}
Given = dict[str, object]


@acts
def api_letters(request: HttpRequest, partner: Partner, slug: str) -> dict[str, object]:
    action = seen_action(slug)
    given = _given(request)
    if not is_open(action.pk, action.slug):
        told = _("Take its form off your site; GET /api/v1/actions tells what is open.")
        raise Problem(409, _("This action takes no letters any more."), "slug", told)
    person = _person(given, action)
    letter = _letter(given, action, person.country, partner)
    if rate_keys.count("letters by key", str(partner.pk)) > MOST_LETTERS:
        told = _("Keep the letter and send it in an hour, or lead the supporter to the action’s page.")
        raise Problem(429, _("Too many letters in an hour."), "Authorization", told)
    if not is_one_too_many(person.email):
        take_letter(action.pk, person, letter)
    return dict(_TAKEN)


def _given(request: HttpRequest) -> Given:
    """Raises Problem for anything but one JSON object of a decent size, asked of somebody who was asked about ties."""
    if request.content_type != "application/json":
        raise Problem(415, _("The body is not JSON."), "Content-Type", _("Send it as application/json."))
    body = request.body if len(request.body) <= LONGEST_REQUEST else b""
    try:
        given = json.loads(body)
    except (ValueError, RecursionError):
        given = None
    if not isinstance(given, dict) or b"\\u0000" in body or b"\0" in body:
        told = _("Send one JSON object of at most 100 kB, as /api/v1/openapi.json describes it.")
        raise Problem(400, _("The body cannot be read."), "/", told)
    if given.get("has_no_ties") is not True:
        told = _(
            "Ask first whether the supporter or her family has ties to that country, keep no answer, and send true only where she says no, or has weighed it and wants to write."
        )
        raise Problem(422, _("Nobody was asked about ties."), "/has_no_ties", told)
    return given


def _person(given: Given, action: Action) -> Person:
    country = known_country(_text(given, "country", 2), "/country")
    if country == action.case.country:
        raise nobody_there("/country")
    name = _clean(clean_name, _text(given, "name", LONGEST_NAME), "/name")
    email = _clean(_address, _text(given, "email", LONGEST_EMAIL), "/email")
    return Person(name, email, country, get_language() or "en")


def _letter(given: Given, action: Action, country: str, partner: Partner) -> Written:
    wanted, answers = given.get("to"), given.get("wants_answers", True)
    to = choose(destinations(action, country), "" if wanted is None else str(wanted))
    if to is None or to.email is None or (wanted is not None and to.target.pk != wanted):
        told = _("Ask for the route of this country again, and take an office that takes letters from here.")
        raise Problem(422, _("No letter can be sent to this office from here."), "/to", told)
    if choice_for(action, to.email.value) == By.OWN:
        told = _("Lead the supporter to the action’s page, which opens her own mail program.")
        raise Problem(422, _("This office is written to from supporters’ own addresses only."), "/to", told)
    return Written(
        To(to.target.pk, to.email.pk),
        _text(given, "letter_language", 20),
        plain_subject(_text(given, "subject", LONGEST_SUBJECT)),
        plain_body(_text(given, "body", LONGEST_BODY)),
        _copies(to),
        answers is not False,
        partner.pk,
    )


def _copies(to: Destination) -> tuple[To, ...]:
    return tuple(To(copy.target.pk, copy.email.pk) for copy in to.copies)


def _text(given: Given, name: str, longest: int) -> str:
    """Raises Problem where it is missing, empty, too long or no text."""
    value = given.get(name)
    if not isinstance(value, str) or not value.strip() or len(value) > longest:
        told = _("Give it as text of at most %(longest)d characters.") % {"longest": longest}
        raise Problem(422, _("“%(name)s” is missing or too long.") % {"name": name}, f"/{name}", told)
    return value


def _address(typed: str) -> str:
    validate_email(typed.strip())
    return clean_email(typed.strip())


def _clean(clean: Callable[[str], str], typed: str, place: str) -> str:
    try:
        return clean(typed)
    except ValidationError as wrong:
        told = NO_ADDRESS if place == "/email" else " ".join(wrong.messages)
        mend = _("Show the supporter this sentence, and ask once more.")
        raise Problem(422, str(told), place, mend) from None
