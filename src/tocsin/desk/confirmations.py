"""The confirmation queue: what letters wait for, one contact after the other."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import count
from typing import cast

from django import forms
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _

from tocsin.actions.models import Action
from tocsin.directory.models import Channel
from tocsin.members.access import allowed, member_of
from tocsin.members.models import Role

from .check_rows import Check, OfficeChecks, Site, checks, open_actions, site_of, unserved
from .contact_forms import today

PER_PAGE = 12
EVERYWHERE = "all"
STATES = [
    ("", _("Every state")),
    ("bounced", _("bounced")),
    ("reported_dead", _("reported dead")),
    ("expired", _("confirmed long ago")),
    ("unconfirmed", _("not confirmed")),
    ("unreadable", _("cannot be read")),
    ("unknown", _("no way to reach it known")),
]


class QueueFilter(forms.Form):
    action = forms.ChoiceField(label=_("Action"), required=False)
    where = forms.ChoiceField(
        label=_("Where"),
        required=False,
        choices=[("", _("Where supporters are")), (EVERYWHERE, _("Everywhere"))],
    )
    state = forms.ChoiceField(label=_("State"), required=False, choices=STATES)

    def __init__(self, actions: list[Action], data: QueryDict | None = None) -> None:
        super().__init__(data)
        choices = [("", _("All open actions")), *((action.slug, action.title) for action in actions)]
        cast(forms.ChoiceField, self.fields["action"]).choices = choices


@allowed(Role.VIEWER)
def confirmations(request: HttpRequest) -> HttpResponse:
    actions = open_actions(member_of(request))
    form = QueueFilter(actions, request.GET or None)
    wanted = form.cleaned_data if form.is_valid() else {}
    chosen = [a for a in actions if wanted.get("action") in ("", None, a.slug)]
    found = checks(chosen, wanted.get("state", ""))
    shown = _where(found, wanted.get("where", ""))
    page = Paginator(shown, PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "form": form,
        "page": page,
        "rows": _numbered(page),
        "total": _count(shown),
        "elsewhere": _count(found) - _count(shown),
        "unserved": unserved(chosen),
        "has_actions": bool(actions),
        "is_filtered": any(wanted.values()),
        "here": request.get_full_path(),
        "today": today(),
        "channels": Channel.choices,
        "may_edit": member_of(request).holds(Role.REVIEWER),
    }
    return render(request, "desk/confirmations.html", context)


def _where(found: list[OfficeChecks], where: str) -> list[OfficeChecks]:
    """What supporters wait for; everything where nobody waits yet."""
    waited_for = [each for each in found if each.wanted]
    return found if where == EVERYWHERE or not waited_for else waited_for


def _count(found: Iterable[OfficeChecks]) -> int:
    return sum(len(each.checks) for each in found)


@dataclass(frozen=True)
class OfficeOfPage:
    """Each check with its number on the page, by which its form comes back to it, or to what took its place."""

    checks: OfficeChecks
    site: Site | None
    numbered: list[tuple[int, Check]]


def _numbered(page: Iterable[OfficeChecks]) -> list[OfficeOfPage]:
    number = count(1)
    return [
        OfficeOfPage(each, site_of(each.office), [(next(number), check) for check in each.checks])
        for each in page
    ]
