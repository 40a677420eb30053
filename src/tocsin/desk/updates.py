"""An update to those who wrote: written by language, tried on oneself, and sent at the second press."""

import secrets
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from tocsin.actions.access import on_action
from tocsin.actions.errors import CannotChange
from tocsin.actions.models import Action
from tocsin.cases.access import holds_on
from tocsin.cases.errors import CannotChange as AskedByAnother
from tocsin.delivery.cell_note.last_note import last_note
from tocsin.followup.models import Update, UpdateState
from tocsin.followup.updates.audience import by_language
from tocsin.followup.updates.send import fingerprint, send
from tocsin.followup.updates.wait import ask_to_send
from tocsin.followup.updates.write import new_update, write
from tocsin.jobs.enqueue import enqueue
from tocsin.members.access import member_of
from tocsin.members.models import Role
from tocsin.post.deliver import post_office

from .action_edit import find_action
from .done_or_waiting import done_or_waiting
from .language_choices import language_choices, language_words
from .update_typed import typed_update


@on_action(Role.PUBLISHER)
@require_POST
def update_new(request: HttpRequest, slug: str) -> HttpResponse:
    try:
        update = new_update(find_action(slug), member_of(request))
    except CannotChange as error:
        messages.error(request, str(error))
        return redirect("follow_up", slug)
    return redirect("update_desk", slug, update.pk)


@on_action(Role.VIEWER)
def update_desk(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    return update_page(request, *_find(slug, pk))


def update_page(request: HttpRequest, action: Action, update: Update, **wrong: Any) -> HttpResponse:
    """The page; in `wrong` the texts as they were filled in and why they were not taken."""
    stored = {text.language: (text.subject, text.body) for text in update.texts.all()}
    given: dict[str, tuple[str, str]] = wrong.pop("given", None) or stored
    own = {} if given else {action.language: ("", "")}
    counted = by_language(action, stored) if update.state == UpdateState.DRAFT else []
    page = {
        "action": action,
        "update": update,
        "texts": [(code, language_words(code), *text) for code, text in {**own, **given}.items()],
        "stored": [(code, language_words(code)) for code in stored],
        "counted": [(language_words(code), number) for code, number in counted],
        "total": sum(number for _code, number in counted),
        "languages": [pair for pair in language_choices() if pair[0] not in {**own, **given}],
        "may_send": holds_on(action.case, member_of(request), Role.PUBLISHER) and not action.is_sample,
        "mail_leaves": post_office().is_real,
        "note": last_note(action),
        "seen": fingerprint(update),
        **wrong,
    }
    status = 422 if wrong.get("refused") else 200
    return render(request, "desk/update.html", page, status=status)


@on_action(Role.PUBLISHER)
@require_POST
def update_write(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    action, update = _find(slug, pk)
    if refused := _saved(request, action, update):
        return refused
    messages.success(request, _("Saved. Nothing was sent."))
    return redirect("update_desk", slug, pk)


@on_action(Role.PUBLISHER)
@require_POST
def update_test(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """To the member herself, in each language that is there, as the form has it."""
    action, update = _find(slug, pk)
    if _is_filled(request) and (refused := _saved(request, action, update)):
        return refused
    member, texts = member_of(request), list(update.texts.all())
    for text in texts:
        enqueue("followup.update_test", {"text": text.pk, "member": member.pk, "key": secrets.token_hex(8)})
    if texts:
        messages.success(request, _("The test is on its way to %(address)s.") % {"address": member.email})
    else:
        messages.error(request, _("There is nothing to try yet: write it first."))
    return redirect("update_desk", slug, pk)


@on_action(Role.PUBLISHER)
@require_POST
def update_send(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """The first press saves what the form has and asks once more, the second sends what was seen then."""
    action, update = _find(slug, pk)
    if _is_filled(request) and (refused := _saved(request, action, update)):
        return refused
    seen = request.POST.get("seen", "")
    if not seen:
        return update_page(request, *_find(slug, pk), asks=True)
    try:
        return _sent_or_asked(request, update, seen)
    except (CannotChange, AskedByAnother) as error:
        return update_page(request, action, update, refused=str(error))


def _sent_or_asked(request: HttpRequest, update: Update, seen: str) -> HttpResponse:
    by = member_of(request)
    return done_or_waiting(
        request,
        lambda: send(update, seen, by),
        lambda: ask_to_send(update, seen, by),
        _("It is on its way, at half the pace of letters."),
        to=reverse("update_desk", args=[update.action.slug, update.pk]),
    )


def _is_filled(request: HttpRequest) -> bool:
    """Whether the form of the texts came along."""
    return "subject-new" in request.POST


def _saved(request: HttpRequest, action: Action, update: Update) -> HttpResponse | None:
    """The page as it was filled in, where it was not taken."""
    typed = typed_update(request.POST)
    with_note = "with_note" in request.POST
    try:
        if typed.fault:
            raise CannotChange(typed.fault)
        write(update, typed.texts, member_of(request), with_note=with_note)
    except CannotChange as error:
        update.with_note = with_note
        filled = {"given": typed.texts, "homeless": typed.homeless}
        return update_page(request, action, update, refused=str(error), **filled)
    return None


def _find(slug: str, pk: int) -> tuple[Action, Update]:
    """Raises Http404."""
    action = find_action(slug)
    return action, get_object_or_404(action.updates.select_related("sent_by"), pk=pk)
