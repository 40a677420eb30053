"""Calling a day, and calling it off."""

from collections.abc import Collection
from datetime import timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from tocsin.actions.access import must_publish
from tocsin.actions.edit import editing
from tocsin.actions.errors import CannotPublish
from tocsin.actions.models import Action
from tocsin.actions.words_wait.gate import WordsNeedAnother
from tocsin.members.models import Member
from tocsin.members.record import record

from .barred import SET_COUNTRY
from .changed import gatherings_changed
from .day_words import CALLED, Call, put_day, told_of
from .errors import CannotHost
from .models import CalledDay, GatheringKind

LONGEST = timedelta(days=31)


def call_day(action: Action, call: Call, by: Member) -> CalledDay:
    """Calls the day, or changes the call; one that was called off stands again. Raises CannotHost, and as `editing` does.

    Once the day is past its dates stay, and all else can still be changed.

    Gatherings in a country that is marked now are neither shown nor counted any more, also while the rest waits for a
    second person.
    """
    must_publish(action, by)
    try:
        return _call(action, call, by)
    except (WordsNeedAnother, CannotPublish):
        if not _bar_more(action, call.dangerous, by):
            raise
        return _call(action, call, by)


def _call(action: Action, call: Call, by: Member) -> CalledDay:
    told = told_of(call)
    days = {name: value for name, value in told.items() if not name.startswith("words")}
    with editing(action, by, "action.day_called", says=CALLED, **days) as changed:
        _check(call, changed, CalledDay.objects.select_for_update().filter(action=action).first())
        put_day(changed, told)
    return CalledDay.objects.get(action=action)


@transaction.atomic
def _bar_more(action: Action, dangerous: Collection[str], by: Member) -> bool:
    """Whether countries came to those where nothing is hosted. Nothing that the action lacks hinders that."""
    day = CalledDay.objects.select_for_update().filter(action=action, called_off_at=None).first()
    if day is None or set(dangerous) <= set(day.dangerous):
        return False
    day.dangerous = sorted({*day.dangerous, *dangerous})
    day.save(update_fields=["dangerous"])
    record("action.day_called", action, by, dangerous=day.dangerous)
    gatherings_changed(action)
    return True


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
