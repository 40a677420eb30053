"""The messages that the public reads."""

from dataclasses import dataclass

from django.db.models import QuerySet
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from tocsin.actions.models import Action
from tocsin.cases.names import case_mask
from tocsin.language.countries import country_name

from .models import MessageState, SolidarityMessage

# On the page; the booklet has them all.
MOST_SHOWN = 80


@dataclass(frozen=True)
class ToldMessage:
    text: str
    by: str
    language: str


@dataclass(frozen=True)
class Told:
    """The newest first; `count` and `countries` are those of all that are shown."""

    messages: tuple[ToldMessage, ...]
    count: int
    countries: int


def shown_messages(action: Action) -> QuerySet[SolidarityMessage]:
    return action.messages.filter(state=MessageState.SHOWN)


def told_messages(action: Action) -> Told:
    """Names that the case withholds are replaced wherever they stand. Empty while the case is frozen."""
    if action.case.frozen_at:
        return Told((), 0, 0)
    rows, mask = shown_messages(action), case_mask(action.case)
    newest = rows.order_by("-pk")[:MOST_SHOWN]
    return Told(
        tuple(ToldMessage(mask.text(one.text), mask.text(signed_as(one)), one.language) for one in newest),
        rows.count(),
        countries_of(action),
    )


def countries_of(action: Action) -> int:
    """From how many they come; that somebody in the country of the events wrote is told to nobody."""
    abroad = shown_messages(action).exclude(country=action.case.country)
    return abroad.order_by().values("country").distinct().count()


def signed_as(message: SolidarityMessage) -> str:
    """'Anna, Norway'; without a name there is no country either."""
    if not message.first_name:
        return _("Somebody who gives no name")
    return f"{message.first_name}, {country_name(message.country, get_language() or 'en')}"
