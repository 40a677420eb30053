"""Handing the booklet on by mail: who made sure of the contact, until when that holds, and what left."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from tocsin.actions.access import on_action
from tocsin.actions.errors import CannotChange
from tocsin.actions.models import Action, Target
from tocsin.actions.targets import targets_with_offices
from tocsin.delivery.handed_on.all_clear import (
    GETS_MESSAGES,
    give_all_clear,
    mailbox_of,
    standing_clear,
    take_back_all_clear,
)
from tocsin.delivery.handed_on.mail_booklet import ask_to_mail
from tocsin.delivery.models import AllClear, BookletMail
from tocsin.directory.models import ContactPoint
from tocsin.members.access import member_of
from tocsin.members.models import Role


@dataclass(frozen=True)
class Recipient:
    """One that gets messages; `clear` is whoever's word stands now, `mails` what was asked to leave, the latest first."""

    target: Target
    point: ContactPoint | None
    clear: AllClear | None
    mails: tuple[BookletMail, ...]


def recipients(action: Action) -> list[Recipient]:
    """Those whom the messages are for, then those who get a copy."""
    targets = (target for role in GETS_MESSAGES for target in targets_with_offices(action, role))
    return [_recipient(action, target) for target in targets]


def _recipient(action: Action, target: Target) -> Recipient:
    point = mailbox_of(target)
    if point is None:
        return Recipient(target, None, None, ())
    mails = BookletMail.objects.filter(clear__action=action, clear__point=point).select_related("asked_by")
    return Recipient(target, point, standing_clear(action, point, timezone.now()), tuple(mails[:5]))


@on_action(Role.PUBLISHER)
@require_POST
def all_clear_give(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    found = Target.objects.select_related("office", "action__case")
    target = get_object_or_404(found, pk=pk, action__slug=slug)
    try:
        give_all_clear(target, request.POST.get("how", ""), member_of(request))
    except CannotChange as error:
        messages.error(request, str(error))
    else:
        messages.success(request, _("Noted. It holds for 14 days."))
    return redirect("action_messages", slug)


@on_action(Role.REVIEWER)
@require_POST
def all_clear_end(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    take_back_all_clear(_clear(slug, pk), member_of(request))
    messages.success(request, _("Nothing more is mailed there, until somebody has made sure anew."))
    return redirect("action_messages", slug)


@on_action(Role.PUBLISHER)
@require_POST
def booklet_mail(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    try:
        _first, *copies = ask_to_mail(_clear(slug, pk), member_of(request))
    except CannotChange as error:
        messages.error(request, str(error))
    else:
        messages.success(request, _said(copies))
    return redirect("action_messages", slug)


def _said(copies: Sequence[BookletMail]) -> str:
    if not copies:
        return _("The booklet is on its way.")
    offices = ", ".join(mail.clear.point.office.name for mail in copies)
    return _("The booklet is on its way, with a copy to: %(offices)s") % {"offices": offices}


def _clear(slug: str, pk: int) -> AllClear:
    """Raises Http404."""
    return get_object_or_404(
        AllClear.objects.select_related("action__case", "point__office"), pk=pk, action__slug=slug
    )
