"""An alarm is raised once a burst: it goes on as long as the burst does, and whoever publishes gets one mail."""

from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction
from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from tocsin.actions.models import Action
from tocsin.cases.access import publishers_in
from tocsin.cases.models import Case
from tocsin.cases.names import case_mask
from tocsin.members.write_to import Words, write_to

from .burst import Burst
from .models import Alarm, AlarmKind

# After a member has seen it, the same burst is not told again for a day.
QUIET = timedelta(hours=24)


@transaction.atomic
def raise_alarm(kind: AlarmKind, burst: Burst, now: datetime) -> Alarm | None:
    """The alarm that stands; None where a member has seen it, or the action is no more."""
    action = Action.objects.select_related("case").filter(pk=burst.action).first()
    same = Alarm.objects.filter(action=burst.action, kind=kind, about=burst.about)
    if action is None or same.filter(dismissed_at__gt=now - QUIET).exists():
        return None
    known = {"letters": burst.letters, "usual": burst.usual, "letter_id": burst.sample, "since": now}
    alarm, is_new = same.get_or_create(
        action=action, kind=kind, about=burst.about, dismissed_at=None, defaults={**known, "last_at": now}
    )
    if is_new:
        _tell(alarm)
    else:
        alarm.letters, alarm.last_at = max(alarm.letters, burst.letters), now
        alarm.save(update_fields=["letters", "last_at"])
    return alarm


def _tell(alarm: Alarm) -> None:
    """One mail to each member who publishes in the case. No word of a letter stands in it."""
    publishers = publishers_in(Case.objects.filter(pk=alarm.action.case_id))
    write_to(publishers, lambda: _words(alarm), f"alarm:{alarm.pk}")


def _words(alarm: Alarm) -> Words:
    words = {
        "alarm": alarm,
        "title": case_mask(alarm.action.case).text(alarm.action.title),
        "desk": f"{settings.PUBLIC_URL}/desk/",
    }
    return Words(_("Unusual letters: please look"), render_to_string("delivery/unusual_letters.txt", words))
