"""A host without an account proposes a gathering; the coordinator adds one of her own."""

from datetime import datetime

from django.db import transaction
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from tocsin.actions.access import must_publish
from tocsin.actions.models import Action
from tocsin.cases.names import case_mask
from tocsin.members.models import Member
from tocsin.members.record import record
from tocsin.post.queue_mail import queue_mail

from .changed import gatherings_changed
from .check import check
from .closed import must_not_be_closed
from .links import host_address
from .models import CalledDay, Gathering, GatheringState
from .plan import Plan, put_into
from .second_publisher import ACT, must_be_agreed


@transaction.atomic
def propose(action: Action, plan: Plan, email: str, mail_after: datetime | None = None) -> Gathering:
    """A gathering that nobody sees before its host confirms it by the personal link in her mail.

    Raises CannotHost, and HeaderRefused for what is no address.
    """
    gathering = _gathering(action, plan, GatheringState.ASKED)
    gathering.contact, gathering.host_language = email, get_language() or ""
    gathering.save()
    title = case_mask(action.case).text(action.title)
    words = {"gathering": gathering, "title": title, "address": host_address(gathering)}
    text = render_to_string("actions/gathering_proposed.txt", words)
    subject, key = _("Confirm the gathering that you host"), f"gathering {gathering.code}"
    queue_mail(email, subject, text, key, mail_after, case=action.case_id)
    return gathering


@transaction.atomic
def add_gathering(action: Action, plan: Plan, by: Member, is_agreed: bool = False) -> Gathering:
    """The coordinator's own: shown at once. Raises CannotHost.

    Raises NeedsSecondPerson where two decide and it is not agreed on.
    """
    must_publish(action, by)
    must_not_be_closed(action)
    gathering = _gathering(action, plan, GatheringState.SHOWN)
    must_be_agreed(action, is_agreed)
    gathering.shown_at, gathering.added_by = timezone.now(), by
    gathering.save()
    record(ACT, gathering, by, code=gathering.code)
    gatherings_changed(action)
    return gathering


def _gathering(action: Action, plan: Plan, state: str) -> Gathering:
    check(plan, CalledDay.objects.select_related("action__case").get(action=action), timezone.now())
    gathering = Gathering(action=action, state=state)
    put_into(gathering, plan)
    return gathering
