"""Who works on a case, and as what."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any, cast

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from tocsin.cases.access import cases_of, on_case
from tocsin.cases.membership.access import manages
from tocsin.cases.membership.add import add_to_case
from tocsin.cases.membership.change_role import change_case_role
from tocsin.cases.membership.remove import remove_from_case
from tocsin.cases.models import Case, CaseMember
from tocsin.members.access import member_of
from tocsin.members.models import RANK, AuditEntry, Member, Role
from tocsin.members.record import name_of

from .case_act import tell
from .case_file import find_case

ROLES_IN_A_CASE = [
    (Role.VIEWER, gettext_lazy("Viewer"), gettext_lazy("reads the case")),
    (
        Role.CONTRIBUTOR,
        gettext_lazy("Contributor"),
        gettext_lazy("also logs inquiries and brings in reports"),
    ),
    (
        Role.REVIEWER,
        gettext_lazy("Reviewer"),
        gettext_lazy("also reviews reports, edits the case, drafts actions"),
    ),
    (Role.PUBLISHER, gettext_lazy("Publisher"), gettext_lazy("also publishes, withdraws and exports")),
    (Role.ADMINISTRATOR, gettext_lazy("Administrator"), gettext_lazy("also says who works on the case")),
]
NAMES = [(role.value, name) for role, name, _may in ROLES_IN_A_CASE]
ON_MEMBERS = ("case.member_", "case.administrator_appointed")
SHOWN_CHANGES = 20


class AddForm(forms.Form):
    member = forms.ModelChoiceField(
        Member.objects.none(), label=gettext_lazy("Who"), empty_label=gettext_lazy("choose somebody")
    )
    role = forms.ChoiceField(label=gettext_lazy("As what"), choices=NAMES, initial=Role.REVIEWER)

    def __init__(self, case: Case, data: Mapping[str, Any] | None = None) -> None:
        super().__init__(data)
        off = Member.objects.filter(is_active=True).exclude(cases__case=case)
        cast(forms.ModelChoiceField, self.fields["member"]).queryset = off.order_by("name", "email")


@on_case(Role.VIEWER)
def case_members(request: HttpRequest, slug: str) -> HttpResponse:
    case = find_case(slug)
    return _page(request, case, AddForm(case))


@on_case(Role.VIEWER)
@require_POST
def case_member_add(request: HttpRequest, slug: str) -> HttpResponse:
    case, by = find_case(slug), member_of(request)
    if not manages(case, by):
        raise PermissionDenied
    form = AddForm(case, request.POST)
    if not form.is_valid():
        return _page(request, case, form)
    given = form.cleaned_data
    done = _("%(name)s is on the case now.") % {"name": given["member"]}
    return _act(request, case, partial(add_to_case, case, given["member"], given["role"], by), done)


@on_case(Role.VIEWER)
@require_POST
def case_member_role(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    case, on = _on(slug, pk)
    role = request.POST.get("role", "")
    return _act(request, case, lambda: change_case_role(on, role, member_of(request)), _("Saved."))


@on_case(Role.VIEWER)
@require_POST
def case_member_remove(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Off the case; whoever leaves it herself sees it no more."""
    case, on = _on(slug, pk)
    done = _("%(name)s is off the case “%(title)s”.") % {"name": on.member, "title": case}
    return _act(request, case, lambda: remove_from_case(on, member_of(request)), done)


def _on(slug: str, pk: int) -> tuple[Case, CaseMember]:
    case = find_case(slug)
    return case, get_object_or_404(CaseMember.objects.select_related("case", "member"), pk=pk, case=case)


def _act(request: HttpRequest, case: Case, act: Callable[[], object], done: str) -> HttpResponse:
    tell(request, act, done)
    still_on = cases_of(member_of(request)).filter(pk=case.pk).exists()
    return redirect("case_members", case.slug) if still_on else redirect("case_list")


def _page(request: HttpRequest, case: Case, form: AddForm) -> HttpResponse:
    people = CaseMember.objects.filter(case=case, member__is_active=True).select_related("member", "added_by")
    page = {
        "case": case,
        "people": [(on, _ceiling(on)) for on in people],
        "roles": ROLES_IN_A_CASE,
        "names": NAMES,
        "may_manage": manages(case, member_of(request)) and not case.is_sample,
        "form": form,
        "changes": _changes(case),
    }
    return render(request, "desk/case_members.html", page, status=422 if form.errors else 200)


def _ceiling(on: CaseMember) -> str:
    """What she is in the organisation, where that is less than what she is here."""
    is_less = RANK[Role(on.member.role)] < RANK[Role(on.role)]
    return str(dict(NAMES)[on.member.role]) if is_less else ""


def _changes(case: Case) -> list[AuditEntry]:
    """Who was put on the case and taken off it, the last first."""
    entries = AuditEntry.objects.filter(subject=name_of(case)).select_related("member")[:500]
    return [entry for entry in entries if entry.act.startswith(ON_MEMBERS)][:SHOWN_CHANGES]
