"""How the letters to each office go: each by itself, together in a mail, or on paper; and what went together when."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from tocsin.actions.access import on_action
from tocsin.actions.models import Action, Target
from tocsin.cases.access import holds_on
from tocsin.delivery.bundles.bundle import MOST, CannotBundle, bundle
from tocsin.delivery.bundles.models import Bundle, BundleKind, When
from tocsin.delivery.bundles.set_when import set_when
from tocsin.delivery.bundles.waiting import printable, waiting
from tocsin.members.access import member_of
from tocsin.members.models import Role
from tocsin.post.deliver import post_office
from tocsin.printing.envelopes import ENVELOPES

from .action_edit import find_action
from .bundle_rows import bundle_rows


@on_action(Role.VIEWER)
def action_bundles(request: HttpRequest, slug: str) -> HttpResponse:
    return bundles_page(request, find_action(slug))


def bundles_page(request: HttpRequest, action: Action, **wrong: Any) -> HttpResponse:
    page = {
        "action": action,
        "rows": bundle_rows(action),
        "choices": When.choices,
        "may_bundle": holds_on(action.case, member_of(request), Role.PUBLISHER),
        "mail_leaves": post_office().is_real,
        "most_letters": MOST[BundleKind.LETTERS],
        **wrong,
    }
    return render(request, "desk/action_bundles.html", page, status=422 if wrong else 200)


@on_action(Role.PUBLISHER)
@require_POST
def action_bundle_when(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    target = _target(slug, pk)
    when = request.POST.get("when", "")
    if when not in When.values:
        return bundles_page(request, target.action, wrong=target.pk)
    if set_when(target, When(when), member_of(request)):
        messages.success(request, _("Saved. Letters confirmed from now on go this way."))
    return _back(target)


@on_action(Role.PUBLISHER)
@require_POST
def action_bundle_make(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    target, kind = _target(slug, pk), request.POST.get("kind", "")
    envelope = request.POST.get("envelope", "")
    if kind not in BundleKind.values or (kind == BundleKind.LETTERS and envelope not in ENVELOPES):
        return bundles_page(request, target.action, wrong=target.pk)
    rows = waiting().filter(target=target) if kind == BundleKind.DIGEST else printable(target)
    try:
        made = bundle(rows, BundleKind(kind), member_of(request), envelope=envelope)
    except CannotBundle as error:
        messages.error(request, str(error))
    else:
        _say(request, made)
    return _back(target)


def _say(request: HttpRequest, made: list[Bundle]) -> None:
    letters = sum(each.count for each in made)
    if not letters:
        messages.error(request, _("No letter waits for that any more."))
    elif made[0].kind == BundleKind.DIGEST:
        said = ngettext("%(n)d letter goes now, in one mail.", "%(n)d letters go now, together.", letters)
        messages.success(request, said % {"n": letters})
    else:
        said = ngettext("%(n)d letter is in the file below.", "%(n)d letters are in the file below.", letters)
        messages.success(request, said % {"n": letters})


def _target(slug: str, pk: int) -> Target:
    rows = Target.objects.select_related("office", "action__case")
    return get_object_or_404(rows, pk=pk, action__slug=slug)


def _back(target: Target) -> HttpResponse:
    return redirect(f"{reverse('action_bundles', args=[target.action.slug])}#target-{target.pk}")
