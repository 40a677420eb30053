"""What stands against a gathering, and what a moderator should look at before it is shown."""

import re
from collections.abc import Iterator, Mapping
from datetime import datetime

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from tocsin.language.contact_links import leads_to_a_person
from tocsin.language.country_sentences import called
from tocsin.language.date_words import date_words
from tocsin.language.private_places import has_house_number, is_a_home
from tocsin.language.zones import is_zone

from .barred import SET_COUNTRY, barred_countries, barred_field, city_named
from .errors import CannotHost
from .models import CalledDay, Gathering
from .plan import Plan

_ADDRESS = re.compile(r"@|://|www\.", re.IGNORECASE)
_NUMBER = re.compile(r"\+?\d[\d\s().-]{6,}\d")
MOST = 100_000


def check(plan: Plan, day: CalledDay, now: datetime) -> None:
    """Raises CannotHost with a sentence for each field that cannot stand."""
    wrong: dict[str, str] = {}
    for field, sentence in (
        *_country(plan, day),
        *_time(plan, day, now),
        *_place(plan),
        *check_words(plan.public_words),
    ):
        wrong.setdefault(field, sentence)
    if wrong:
        raise CannotHost(wrong)


def flags(gathering: Gathering, day: CalledDay) -> list[str]:
    """Sentences on what may be wrong with a proposal that nothing stands against."""
    found = []
    if has_house_number(gathering.place):
        found.append(_("A street and a number: make sure that it is a public house and nobody’s home."))
    if leads_to_a_person(gathering.link):
        found.append(
            _(
                "The link leads to somebody’s telephone or account, and everybody reads it: ask for another one."
            )
        )
    if city := city_named(f"{gathering.city}, {gathering.place}", barred_countries(day)):
        found.append(
            _("It names %(city)s, a city where nothing is hosted: make sure where it is.") % {"city": city}
        )
    return found


def check_words(words: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Of words that everybody reads, by field: those that tell how to reach somebody, with a sentence."""
    for field, told in words.items():
        if _ADDRESS.search(told) or _NUMBER.search(told):
            yield field, _("Leave out mail addresses, links and phone numbers: everybody reads this.")


def _country(plan: Plan, day: CalledDay) -> Iterator[tuple[str, str]]:
    if not day.action.case.country:
        yield "", str(SET_COUNTRY)
    elif barred := barred_field(plan, day):
        words = _(
            "Nothing is hosted, shown or counted in %(country)s: who is known to take part there can be harmed. "
            "Nothing of this was stored."
        )
        yield barred[0], words % {"country": called(barred[1], get_language() or "en")}


def _time(plan: Plan, day: CalledDay, now: datetime) -> Iterator[tuple[str, str]]:
    if not is_zone(plan.zone):
        yield "zone", _("Choose by which clock the hours are.")
        return
    if not day.first_day <= plan.on <= day.last_day:
        yield "on", _("The call is for %(days)s: choose a day of it.") % {"days": days_words(day)}
    elif plan.starts_at <= now:
        yield "starts", _("This hour has passed at the place. Choose one that is still to come.")


def _place(plan: Plan) -> Iterator[tuple[str, str]]:
    if plan.is_online and not plan.link:
        yield "link", _("Give the address where people meet online.")
    if not plan.is_online and not plan.city and not plan.office:
        yield "city", _("Name the city or the village; that is enough.")
    if is_a_home(plan.place):
        sentence = _(
            "This looks like somebody’s home. Name a public place, or leave it out: the city is enough."
        )
        yield "place", sentence
    if plan.capacity is not None and not 0 < plan.capacity <= MOST:
        yield "capacity", _("Give a number of people from 1 to %(most)d, or leave it out.") % {"most": MOST}


def days_words(day: CalledDay) -> str:
    """'8 June 2011', '8 June 2011 to 9 June 2011' in the reader's language."""
    first, last = day.first_day.isoformat(), day.last_day.isoformat()
    return date_words(first if first == last else f"{first}/{last}", get_language() or "en")
