"""Publishing, closing and withdrawing an action."""

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from tocsin.actions.access import on_action
from tocsin.actions.close import close, close_as_history
from tocsin.actions.errors import CannotChange, CannotPublish
from tocsin.actions.models import Action
from tocsin.actions.publish import publish
from tocsin.actions.withdraw import withdraw
from tocsin.members.access import member_of
from tocsin.members.models import Role
from tocsin.members.second_person import NeedsSecondPerson

from .action_edit import find_action
from .second_person import lead_to_second


@on_action(Role.PUBLISHER)
@require_POST
def action_publish(request: HttpRequest, slug: str) -> HttpResponse:
    return _act(
        request, slug, lambda a: publish(a, member_of(request)), _("The action is open to the public.")
    )


@on_action(Role.PUBLISHER)
@require_POST
def action_close(request: HttpRequest, slug: str) -> HttpResponse:
    return _act(
        request, slug, lambda a: close(a, member_of(request)), _("The action is closed. Its page stays.")
    )


@on_action(Role.PUBLISHER)
@require_POST
def action_history(request: HttpRequest, slug: str) -> HttpResponse:
    done = _("The action is shown as history.")
    return _act(request, slug, lambda a: close_as_history(a, member_of(request)), done)


@on_action(Role.PUBLISHER)
@require_POST
def action_withdraw(request: HttpRequest, slug: str) -> HttpResponse:
    reason = request.POST.get("reason", "").strip()[:300]
    done = _("The action is withdrawn. Its page, its files and its place in the feed are gone.")
    return _act(request, slug, lambda a: withdraw(a, member_of(request), reason), done)


def _act(request: HttpRequest, slug: str, act: Callable[[Action], Action], done: str) -> HttpResponse:
    """Does it, and leads back to the editor with what was done or what stands in the way."""
    try:
        act(find_action(slug))
    except NeedsSecondPerson:
        return lead_to_second(request, "action.published", find_action(slug))
    except CannotPublish as error:
        for sentence in error.sentences:
            messages.error(request, sentence)
    except CannotChange as error:
        messages.error(request, str(error))
    else:
        messages.success(request, done)
    return redirect("action_edit", slug)
