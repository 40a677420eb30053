"""Where nothing is hosted, pinned or counted."""

from django.utils.translation import gettext_lazy as _

from tocsin.language.place_points import points_of
from tocsin.language.places import find_city

from .models import CalledDay
from .plan import Plan

SET_COUNTRY = _(
    "Set the country of the events in the case first. Until then nothing can be hosted or shown: "
    "we cannot tell where it would harm people."
)


def barred_countries(day: CalledDay) -> frozenset[str]:
    """ISO codes: the country of events, and those that the coordinator marked as dangerous."""
    return frozenset([day.action.case.country, *day.dangerous]) - {""}


def barred_field(plan: Plan, day: CalledDay) -> tuple[str, str] | None:
    """The field that names a barred country, and that country; None where nothing stands against the place."""
    barred = barred_countries(day)
    if plan.country in barred:
        return "country", plan.country
    if code := barred_city(plan.city, plan.country, barred):
        return "city", code
    if plan.office and plan.office.in_country in barred:
        return "office", plan.office.in_country
    return None


def barred_city(city: str, country: str, barred: frozenset[str]) -> str:
    """The barred country that a city typed beside another country lies in: 'Tehran' in Norway. Empty for none."""
    known = {point.country for point in points_of(city)}
    if not known or country in known:
        return ""
    return next((code for code in sorted(known) if code in barred), "")


def city_named(words: str, barred: frozenset[str]) -> str:
    """A city of a barred country that stands in words about a place: a street may be named after it. Empty for none."""
    return next((city for code in sorted(barred) if (city := find_city(words, code))), "")
