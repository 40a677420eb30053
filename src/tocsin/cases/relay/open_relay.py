"""Opening a relay, and stopping it."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from tocsin.cases.access import must_hold_on
from tocsin.cases.models import Case, Relay, Subject
from tocsin.cases.names import case_mask
from tocsin.directory.models import Channel, ContactPoint, Office
from tocsin.language.zones import clock, is_zone
from tocsin.members.models import Member, Role
from tocsin.members.record import record
from tocsin.members.revise import as_it_is, keep_revision

from .access import number_stands
from .errors import CannotCall
from .turns import TURN

LONGEST = timedelta(days=14)


@dataclass(frozen=True)
class Plan:
    """What a coordinator wants asked, by which number, on which days between which hours by the clock of `zone`."""

    point: ContactPoint
    question: str
    first_day: date
    last_day: date
    opens: time
    closes: time
    zone: str
    about: Subject | None = None
    callers_see_names: bool = False

    @property
    def starts_at(self) -> datetime:
        return datetime.combine(self.first_day, self.opens, clock(self.zone))

    @property
    def ends_at(self) -> datetime:
        return datetime.combine(self.last_day, self.closes, clock(self.zone))


@transaction.atomic
def open_relay(case: Case, plan: Plan, by: Member) -> Relay:
    """A relay without callers. Its number is one that the directory holds as confirmed. Raises CannotCall."""
    must_hold_on(case, by, Role.REVIEWER)
    # One relay at a time is opened for an office, so that two cannot call it in the same minute.
    office = Office.objects.select_for_update().get(pk=plan.point.office_id)
    _check_number(plan.point)
    _check_hours(plan)
    _check_question(case, plan)
    if any(_overlap(plan, other) for other in _others(plan, plan.point.office_id, plan.point.value)):
        raise CannotCall(_("This office is being called in these hours already. Choose others."))
    relay = Relay.objects.create(
        case=case,
        office=office,
        number=plan.point.value,
        about=plan.about,
        question=plan.question.strip(),
        starts_at=plan.starts_at,
        ends_at=plan.ends_at,
        zone=plan.zone,
        opens=plan.opens,
        closes=plan.closes,
        callers_see_names=plan.callers_see_names,
        opened_by=by,
    )
    record("relay.opened", relay, by, case=case.slug, office=office.pk)
    return relay


@transaction.atomic
def stop_relay(relay: Relay, by: Member) -> None:
    """All links of the relay show from now on that the calls have stopped. What was logged stays."""
    must_hold_on(relay.case, by, Role.REVIEWER)
    if relay.stopped_at is None:
        _set_stopped(relay, timezone.now(), by)


@transaction.atomic
def take_up_relay(relay: Relay, by: Member) -> None:
    """The calls go on after all, and the links that were not ended lead there again. Raises CannotCall."""
    must_hold_on(relay.case, by, Role.REVIEWER)
    if relay.stopped_at is None:
        return
    Office.objects.select_for_update().get(pk=relay.office_id)
    if relay.ends_at <= timezone.now():
        raise CannotCall(_("Its days are over. Open another relay."))
    if not number_stands(relay):
        raise CannotCall(_("Its number is not confirmed in the directory any more. Open another relay."))
    if any(_overlap(relay, other) for other in _others(relay, relay.office_id, relay.number)):
        raise CannotCall(_("This office is being called in these hours already. Choose others."))
    _set_stopped(relay, None, by)


def _set_stopped(relay: Relay, at: datetime | None, by: Member) -> None:
    was = as_it_is(relay, ["stopped_at"])
    relay.stopped_at = at
    relay.save(update_fields=["stopped_at"])
    entry = record("relay.stopped" if at else "relay.taken_up", relay, by)
    keep_revision(entry, relay, was, within=relay.case)


def _check_number(point: ContactPoint) -> None:
    if point.channel != Channel.PHONE or not point.is_usable or point.dead_reported_at:
        raise CannotCall(_("Only a phone number that is confirmed in the directory is given to volunteers."))


def _check_hours(plan: Plan) -> None:
    if not is_zone(plan.zone):
        raise CannotCall(_("Choose by whose clock the office works."))
    if datetime.combine(plan.first_day, plan.opens) + TURN > datetime.combine(plan.first_day, plan.closes):
        raise CannotCall(_("The last call must be after the first: leave at least a quarter of an hour."))
    if not plan.first_day <= plan.last_day <= plan.first_day + LONGEST:
        raise CannotCall(_("A relay lasts from one day to two weeks. Check the two days."))
    if plan.ends_at <= timezone.now():
        raise CannotCall(_("These hours have passed at the office. Choose days to come."))


def _check_question(case: Case, plan: Plan) -> None:
    if not plan.question.strip():
        raise CannotCall(_("Write the question, as the callers shall ask it."))
    if not plan.callers_see_names and case_mask(case).touches(plan.question):
        raise CannotCall(
            _(
                "The question holds a name that is withheld. Ask without it, or tick that callers may see names."
            )
        )


def _others(plan: Plan | Relay, office: int, number: str) -> list[Relay]:
    """Relays that call the same number or office on some of these days."""
    running = Relay.objects.filter(stopped_at=None, starts_at__lt=plan.ends_at, ends_at__gt=plan.starts_at)
    return list(running.filter(Q(office=office) | Q(number=number)))


def _overlap(plan: Plan | Relay, other: Relay) -> bool:
    """By the hours of the day, where both keep the same clock; else any common day counts."""
    if plan.zone != other.zone:
        return True
    return plan.opens < other.closes and other.opens < plan.closes
