"""A coordinator makes the week's note."""

from datetime import date
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from tocsin.actions.access import must_publish
from tocsin.actions.errors import CannotChange
from tocsin.actions.models import Action
from tocsin.cases.names import case_mask
from tocsin.delivery.models import Delivery, DeliveryState, Letter
from tocsin.delivery.states import UNCOUNTED
from tocsin.jobs.enqueue import enqueue_and_do
from tocsin.letters.words import paper_languages
from tocsin.members.models import Member
from tocsin.members.record import record

from .models import CellNote


@transaction.atomic
def make_note(action: Action, language: str, first: date, last: date, by: Member) -> CellNote:
    """Counts the letters of these days, both included. Raises PermissionDenied, and CannotChange with a sentence."""
    must_publish(action, by)
    if language not in paper_languages():
        raise CannotChange(_("Nobody has put the words of the note into this language yet."))
    if first > last or last > timezone.localdate():
        raise CannotChange(_("The days must come one after the other, and none of them in the future."))
    counted = _counted(action, first, last)
    if not counted["people"] and not counted["own_letters"]:
        raise CannotChange(_("No letter was counted in these days: choose others."))
    note = CellNote.objects.create(
        action=action, language=language, first_day=first, last_day=last, made_by=by, **counted
    )
    record("note.made", note, by, people=note.people, countries=note.countries)
    enqueue_and_do("pages.render", {"action": action.pk})
    return note


def _counted(action: Action, first: date, last: date) -> dict[str, Any]:
    own = action.handovers.filter(handed_over_on__lte=last)
    days = action.handovers.filter(handed_over_on__range=(first, last))
    rows = Delivery.objects.filter(action=action, is_copy=False).exclude(state__in=UNCOUNTED)
    until = rows.filter(created_at__date__lte=last)
    letters = Letter.objects.filter(deliveries__in=rows.filter(created_at__date__range=(first, last)))
    return {
        "people": letters.values("supporter").distinct().count(),
        "countries": letters.values("supporter__country").distinct().count(),
        "own_letters": days.count(),
        "offices": _offices(action, first, last),
        "since": _since(until.order_by("created_at").first(), own.order_by("handed_over_on").first(), first),
        "letters": until.count() + own.count(),
    }


def _since(letter: Any, own: Any, otherwise: date) -> date:
    days = [timezone.localdate(letter.created_at)] if letter else []
    return min([*days, *([own.handed_over_on] if own else [])], default=otherwise)


def _offices(action: Action, first: date, last: date) -> list[str]:
    """Their names, each once; one that holds a name which the case withholds is left out."""
    taken = Delivery.objects.filter(action=action, state=DeliveryState.ACCEPTED)
    names = taken.filter(created_at__date__range=(first, last)).values_list("target__office__name", flat=True)
    mask = case_mask(action.case)
    return sorted(name for name in set(names) if not mask.touches(name))
