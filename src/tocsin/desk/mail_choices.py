"""By whom letters are sent: from this site, by supporters' own mail programs, or as each likes."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from tocsin.actions.access import actions_of
from tocsin.actions.models import Action, ActionState
from tocsin.cases.access import cases_of
from tocsin.delivery.mail_choice.choose import choose, leave_open
from tocsin.delivery.mail_choice.models import By, MailChoice
from tocsin.members.access import allowed, member_of
from tocsin.members.models import Member, Role
from tocsin.post.deliver import post_office

CAN_TAKE = (ActionState.DRAFT, ActionState.PUBLISHED)


@allowed(Role.VIEWER)
def mail_choices(request: HttpRequest) -> HttpResponse:
    return _page(request, {"action": request.GET.get("action", ""), "by": By.OWN})


def _page(request: HttpRequest, given: dict[str, str], wrong: str = "") -> HttpResponse:
    """`given` is what the form had; `wrong` why it could not be taken."""
    by = member_of(request)
    context = {
        "choices": _seen(by),
        "actions": _hers(by),
        "ways": By.choices,
        "may_choose": by.holds(Role.PUBLISHER),
        "mail_leaves": post_office().is_real,
        "given": given,
        "wrong": wrong,
    }
    return render(request, "desk/mail_choices.html", context, status=422 if wrong else 200)


@allowed(Role.PUBLISHER)
@require_POST
def mail_choose(request: HttpRequest) -> HttpResponse:
    given = {name: request.POST.get(name, "").strip() for name in ("action", "domain", "by", "why")}
    if given["by"] not in By.values:
        return _page(request, given, _("Choose by whom the letters are sent."))
    action = get_object_or_404(_hers(member_of(request)), slug=given["action"]) if given["action"] else None
    try:
        choose(action, given["domain"], By(given["by"]), member_of(request), given["why"])
    except ValidationError as wrong:
        return _page(request, given, str(wrong.message))
    messages.success(request, _("Saved. Letters written from now on go this way."))
    return redirect("mail_choices")


@allowed(Role.PUBLISHER)
@require_POST
def mail_leave_open(request: HttpRequest, pk: int) -> HttpResponse:
    found = _seen(member_of(request)).filter(pk=pk).first()
    if found is None:
        messages.error(request, _("This was not chosen any more."))
    else:
        leave_open(found, member_of(request))
        messages.success(request, _("Each supporter chooses again."))
    return redirect("mail_choices")


def _seen(by: Member) -> QuerySet[MailChoice]:
    """Those for all actions, and those of actions in cases that she is on."""
    about = Q(action=None) | Q(action__case__in=cases_of(by))
    return MailChoice.objects.filter(about).select_related("action", "chosen_by")


def _hers(by: Member) -> QuerySet[Action]:
    """Actions whose letters she may direct."""
    return actions_of(by).filter(case__in=cases_of(by, Role.PUBLISHER), state__in=CAN_TAKE, is_sample=False)
