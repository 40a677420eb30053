"""Calling a day, and calling it off."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from tocsin.actions.access import must_publish
from tocsin.actions.models import Action
from tocsin.members.models import Member
from tocsin.members.record import record

from .barred import SET_COUNTRY
from .changed import gatherings_changed
from .errors import CannotHost
from .models import CalledDay, GatheringKind

LONGEST = timedelta(days=31)


@dataclass(frozen=True)
class Call:
    """`dangerous` are ISO codes of countries where, as in the country of events, nothing is hosted."""

    first_day: date
    last_day: date
    kinds: tuple[str, ...]
    words: str
    words_there: str = ""
    dangerous: tuple[str, ...] = ()


@transaction.atomic
def call_day(action: Action, call: Call, by: Member) -> CalledDay:
    """Calls the day, or changes the call; one that was called off stands again. Raises CannotHost.

    Once the day is past its dates stay, and all else can still be changed.

    Gatherings in a country that is marked now are neither shown nor counted any more.
    """
    must_publish(action, by)
    _check(call, action, CalledDay.objects.select_for_update().filter(action=action).first())
    told = {name: getattr(call, name) for name in ("first_day", "last_day")}
    words = {"words": call.words.strip(), "words_there": call.words_there.strip()}
    lists = {"kinds": list(call.kinds), "dangerous": sorted(set(call.dangerous))}
    day, _is_new = CalledDay.objects.update_or_create(
        action=action, defaults={**told, **words, **lists, "called_off_at": None}
    )
    days = {name: value.isoformat() for name, value in told.items()}
    record("action.day_called", action, by, **days, **lists)
    gatherings_changed(action)
    return day


@transaction.atomic
def call_off_day(action: Action, by: Member, reason: str = "") -> None:
    """No gathering is shown, counted or proposed from now on; nothing is erased by it."""
    must_publish(action, by)
    day = CalledDay.objects.select_for_update().get(action=action)
    day.called_off_at = timezone.now()
    day.save(update_fields=["called_off_at"])
    record("action.day_called_off", action, by, reason=reason)
    gatherings_changed(action)


def _check(call: Call, action: Action, was: CalledDay | None) -> None:
    wrong = {}
    if not action.case.country and (was is None or was.called_off_at):
        wrong[""] = str(SET_COUNTRY)
    if not call.first_day <= call.last_day <= call.first_day + LONGEST:
        wrong["last_day"] = _("A call lasts from one day to a month. Check the two days.")
    elif call.last_day < timezone.localdate() and not _keeps_days(call, was):
        wrong["last_day"] = _("These days have passed. Choose days to come.")
    if not call.kinds or set(call.kinds) - set(GatheringKind.values):
        wrong["kinds"] = _("Choose at least one kind of gathering.")
    if not call.words.strip():
        wrong["words"] = _("Say in a few sentences what you call people to.")
    if wrong:
        raise CannotHost(wrong)


def _keeps_days(call: Call, was: CalledDay | None) -> bool:
    return was is not None and (was.first_day, was.last_day) == (call.first_day, call.last_day)
