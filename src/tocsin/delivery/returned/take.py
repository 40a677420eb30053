"""A notice about one of our mails changes what it names, and nothing where its token is not ours."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from tocsin.delivery.dispatch import lanes
from tocsin.delivery.dispatch.changes import note
from tocsin.delivery.dispatch.troubles import watch, watch_all
from tocsin.delivery.models import Delivery
from tocsin.delivery.states import DeliveryState
from tocsin.directory.mark_bounced import mark_bounced
from tocsin.directory.report_dead import report_dead
from tocsin.post.return_path import Kind, tokens_in
from tocsin.post.returned.notice import Notice, Verdict
from tocsin.post.returned.read import read
from tocsin.supporters.models import Follower, Supporter
from tocsin.supporters.silence import silence

# What can come back: what a server has taken, and what it is just taking.
OUT = {DeliveryState.ACCEPTED, DeliveryState.SENDING}


def take_mail(data: bytes) -> bool:
    """Of a mail in our mailbox for bounces: whether it was about a mail of ours, and said something new."""
    notice = read(data)
    return bool(notice and take(notice))


@transaction.atomic
def take(notice: Notice) -> bool:
    """Whether anything changed. The same notice twice changes nothing the second time."""
    about = next(iter(tokens_in(notice.names)), None)
    if about is None or notice.verdict == Verdict.DELAYED:
        return False
    if about.kind == Kind.SUPPORTER:
        return _of_supporter(about.number, notice)
    if about.kind == Kind.FOLLOWER:
        return _of_follower(about.number, notice)
    return _of_delivery(about.number, notice)


def _of_supporter(number: int, notice: Notice) -> bool:
    supporter = Supporter.objects.select_for_update().filter(pk=number).first()
    if supporter is None or notice.verdict == Verdict.GIVEN_UP:
        return False
    if notice.verdict == Verdict.COMPLAINT:
        return silence(supporter.email)
    is_new = supporter.unreachable_at is None
    supporter.unreachable_at = supporter.unreachable_at or timezone.now()
    supporter.save(update_fields=["unreachable_at"])
    return is_new


def _of_follower(number: int, notice: Notice) -> bool:
    """A mailbox that is gone, or whose owner complains, is off the list."""
    follower = Follower.objects.select_for_update().filter(pk=number).first()
    if follower is None or notice.verdict == Verdict.GIVEN_UP:
        return False
    if notice.verdict == Verdict.COMPLAINT:
        silence(follower.email)
    follower.delete()
    return True


def _of_delivery(number: int, notice: Notice) -> bool:
    rows = Delivery.objects.select_for_update(of=("self",)).select_related("contact_point")
    delivery = rows.filter(pk=number).first()
    if delivery is None:
        return False
    point = delivery.contact_point
    if notice.verdict == Verdict.COMPLAINT:
        was = point.dead_reported_at
        return report_dead(point, note=_("Its reader called a letter of ours spam.")).dead_reported_at != was
    if delivery.state not in OUT:
        return False
    _came_back(delivery, notice)
    if notice.verdict == Verdict.NO_SUCH_ADDRESS:
        mark_bounced(point, notice.words)
    watch(lanes.to_domain(point.value))
    watch_all()
    return True


def _came_back(delivery: Delivery, notice: Notice) -> None:
    is_gone = notice.verdict == Verdict.NO_SUCH_ADDRESS
    was, now = delivery.state, timezone.now()
    delivery.state = DeliveryState.BOUNCED if is_gone else DeliveryState.FAILED
    delivery.error, delivery.changed_at, delivery.due_at = notice.words, now, None
    delivery.save(update_fields=["state", "error", "changed_at", "due_at"])
    note([(delivery.pk, was, delivery.state, _WHY[notice.verdict]())], now)


_WHY = {
    Verdict.NO_SUCH_ADDRESS: lambda: _("It came back: the address does not exist."),
    Verdict.REFUSED: lambda: _("It came back: the server refused it for good."),
    Verdict.GIVEN_UP: lambda: _("It came back: it could not be delivered for days."),
}
