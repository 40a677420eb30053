"""Somebody sends words of solidarity; nobody reads them in public before a person here has."""

from dataclasses import dataclass

from django.db import transaction

from tocsin.actions.asks.asked import asks_for
from tocsin.actions.models import Action
from tocsin.reports.codes import AskKind

from .models import MessageState, SolidarityMessage

# What two people can look through in a week.
MOST_WAITING = 5_000


@dataclass(frozen=True)
class Words:
    """`country` is ISO 3166-1 alpha-2, `language` BCP 47."""

    text: str
    first_name: str
    country: str
    language: str


class TooMany(Exception):
    """More wait to be looked at than anybody can look at."""


@transaction.atomic
def send_message(action: Action, said: Words) -> SolidarityMessage | None:
    """Stores it; None where this action asks for none, or it is here already. Raises TooMany.

    A name from the country of the events is not kept: it is safer with whoever bears it.
    """
    if not asks_for(action, AskKind.SOLIDARITY_MESSAGE):
        return None
    if action.messages.filter(state=MessageState.WAITING).count() >= MOST_WAITING:
        raise TooMany
    given = vars(said) | ({"first_name": ""} if said.country == action.case.country else {})
    if action.messages.filter(**given).exists():
        return None
    return SolidarityMessage.objects.create(action=action, **given)
