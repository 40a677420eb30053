"""What answers mean for the letters that come after: a bad account, a lost server, an address or a domain that refuses."""

from collections.abc import Collection
from datetime import timedelta

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from tocsin.delivery.states import TRIED, DeliveryState
from tocsin.directory.mark_bounced import mark_bounced
from tocsin.directory.models import ContactPoint

from . import lanes
from .answers import Answer, Meaning
from .hold import stop_ourselves, went_through
from .models import Cause, DeliveryChange, Hold
from .parcel import Outcome

ACCOUNT_PAUSES = timedelta(minutes=15), timedelta(hours=6)
SERVER_PAUSES = timedelta(seconds=15), timedelta(minutes=15)
DOMAIN_PAUSES = timedelta(hours=1), timedelta(hours=24)
# Providers close accounts whose mail comes back: proca-server met it at some 30 %, so we stop well before.
LOOKED_AT, FEWEST_REFUSED = 20, 5
REFUSED_SHARE = 0.25
OF_ALL_LOOKED_AT, OF_ALL_SHARE = 100, 0.1
# Changes, in which the last letters are looked for.
LOOKED_BACK = 5_000
# One letter may meet a server that restarts.
LOST_AT = 3


class Troubles:
    """One for each pump: it counts how often in a row the server could not be reached."""

    def __init__(self) -> None:
        self.lost = 0

    def meet(self, outcomes: Collection[Outcome], trials: Collection[str] = ()) -> None:
        """Call it in the transaction that settles them; `trials` are the lanes in which one letter was tried."""
        for outcome in outcomes:
            self._server(outcome.answer, trials)
        refused = [o for o in outcomes if o.answer.meaning in (Meaning.NEVER, Meaning.NO_SUCH_ADDRESS)]
        _take_out_of_use(refused)
        for domain in {lanes.to_domain(outcome.parcel.recipient) for outcome in refused}:
            watch(domain)
        if refused:
            watch_all()
        taken = {
            lanes.to_domain(o.parcel.recipient) for o in outcomes if o.answer.meaning is Meaning.ACCEPTED
        }
        for domain in taken.intersection(trials):
            went_through(domain, {Cause.REFUSALS})

    def _server(self, answer: Answer, trials: Collection[str]) -> None:
        """A server that says anything about a letter is there, and knows our account."""
        if answer.meaning is Meaning.OUR_ACCOUNT:
            stop_ourselves(lanes.INSTALLATION, Cause.ACCOUNT, answer.words, *ACCOUNT_PAUSES)
        elif answer.meaning is Meaning.NO_SERVER:
            self.lost += 1
            if self.lost >= LOST_AT or lanes.INSTALLATION in trials:
                stop_ourselves(lanes.INSTALLATION, Cause.SERVER, answer.words, *SERVER_PAUSES)
        else:
            self.lost = 0
            if lanes.INSTALLATION in trials:
                went_through(lanes.INSTALLATION, {Cause.ACCOUNT, Cause.SERVER})


def _take_out_of_use(refused: Collection[Outcome]) -> None:
    """No further letter is tried on an address that does not exist."""
    dead = {o.parcel.contact_point: o.answer for o in refused if o.answer.meaning is Meaning.NO_SUCH_ADDRESS}
    for point in ContactPoint.objects.filter(pk__in=dead, bounced_at=None):
        mark_bounced(point, dead[point.pk].words)


def watch(domain: str) -> None:
    """Stops a domain ('to @office.example') of whose last letters a quarter was refused; one is tried later.

    Call it wherever a letter is found refused, also when it comes back days later.
    """
    points = ContactPoint.objects.filter(value__iendswith=domain.removeprefix("to "))
    here = list(points.values_list("pk", flat=True))
    states = _states(_tried(domain).filter(delivery__contact_point__in=here), LOOKED_AT)
    refused = _refused(states)
    if refused >= FEWEST_REFUSED and refused >= REFUSED_SHARE * len(states):
        words = {"refused": refused, "of": len(states)}
        reason = _("%(refused)d of the last %(of)d letters were refused.") % words
        stop_ourselves(domain, Cause.REFUSALS, reason, *DOMAIN_PAUSES)


def watch_all() -> None:
    """Stops everything where a tenth of the last hundred letters was refused; a member must look and lift it."""
    states = _states(_tried(lanes.INSTALLATION), OF_ALL_LOOKED_AT)
    refused = _refused(states)
    if len(states) >= OF_ALL_LOOKED_AT / 2 and refused >= OF_ALL_SHARE * len(states):
        words = {"refused": refused, "of": len(states)}
        reason = _("%(refused)d of the last %(of)d letters to all targets were refused.") % words
        stop_ourselves(lanes.INSTALLATION, Cause.REFUSALS, reason, timedelta(), None)


def _tried(key: str) -> QuerySet[DeliveryChange]:
    """What servers said lately, since somebody lifted the last such hold: what came before is known and done with."""
    lifted = Hold.objects.filter(key=key, cause=Cause.REFUSALS, lifted_at__isnull=False)
    since = lifted.order_by("-lifted_at").values_list("lifted_at", flat=True).first()
    newest = DeliveryChange.objects.order_by("-pk").values_list("pk", flat=True).first() or 0
    rows = DeliveryChange.objects.filter(
        pk__gt=newest - LOOKED_BACK, became__in=TRIED, delivery__attempts__gt=0
    )
    return rows.filter(at__gt=since) if since else rows


def _states(tried: QuerySet[DeliveryChange], most: int) -> list[str]:
    """Of the last deliveries, as they stand: one may come back after it was accepted."""
    rows = tried.order_by("-pk").values_list("delivery", "delivery__state")[:most]
    return list(dict(rows).values())


def _refused(states: Collection[str]) -> int:
    return sum(state != DeliveryState.ACCEPTED for state in states)
