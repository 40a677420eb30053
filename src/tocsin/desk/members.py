"""Who works at the desk: adding people, handing them a way in, changing roles, letting people go."""

from collections.abc import Callable

from django import forms
from django.conf import settings
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST

from tocsin.cases.errors import CannotChange
from tocsin.cases.membership.access import without_administrator
from tocsin.cases.membership.appoint import appoint_administrator
from tocsin.members.access import allowed, member_of
from tocsin.members.add import add_member
from tocsin.members.change_role import change_role
from tocsin.members.models import Member, Role
from tocsin.members.one_time_link import make_link
from tocsin.members.remove import remove_member
from tocsin.members.second_factor import forget_devices

from .typed_key import typed_key


class NewMemberForm(forms.Form):
    email = forms.EmailField(label=_("E-mail"))
    name = forms.CharField(label=_("Name"), max_length=200)
    role = forms.ChoiceField(label=_("Role"), choices=Role.choices, initial=Role.CONTRIBUTOR)


@allowed(Role.ADMINISTRATOR)
@require_http_methods(["GET", "HEAD", "POST"])
def members(request: HttpRequest) -> HttpResponse:
    form = NewMemberForm(request.POST or None)
    if form.is_valid():
        try:
            member = add_member(**form.cleaned_data, by=member_of(request))
        except ValidationError as refusal:
            form.add_error(None, refusal)
        else:
            return _hand_over_link(request, member)
    people = Member.objects.filter(is_active=True).order_by("name", "email")
    page = {
        "form": form,
        "people": people,
        "roles": Role,
        "unmanaged": without_administrator().order_by("slug"),
    }
    return render(request, "desk/members.html", page)


@allowed(Role.ADMINISTRATOR)
@require_POST
def case_appoint(request: HttpRequest, pk: int) -> HttpResponse:
    """Gives a case that nobody manages an administrator; its content stays closed to whoever is not on it."""
    case = get_object_or_404(without_administrator(), pk=pk)
    member = _active(typed_key(request.POST.get("member", "")))
    return _act(request, lambda: appoint_administrator(case, member, by=member_of(request)))


@allowed(Role.ADMINISTRATOR)
@require_POST
def member_link(request: HttpRequest, pk: int) -> HttpResponse:
    return _hand_over_link(request, _active(pk))


@allowed(Role.ADMINISTRATOR)
@require_POST
def member_role(request: HttpRequest, pk: int) -> HttpResponse:
    member = _active(pk)
    return _act(request, lambda: change_role(member, request.POST.get("role", ""), by=member_of(request)))


@allowed(Role.ADMINISTRATOR)
@require_POST
def member_forget(request: HttpRequest, pk: int) -> HttpResponse:
    member = _active(pk)
    return _act(request, lambda: forget_devices(member, by=member_of(request)))


@allowed(Role.ADMINISTRATOR)
@require_POST
def member_remove(request: HttpRequest, pk: int) -> HttpResponse:
    member = _active(pk)
    return _act(request, lambda: remove_member(member, by=member_of(request)))


def _active(pk: int) -> Member:
    return get_object_or_404(Member, pk=pk, is_active=True)


def _act(request: HttpRequest, act: Callable[[], object]) -> HttpResponse:
    try:
        act()
    except ValidationError as refusal:
        messages.error(request, " ".join(refusal.messages))
    except CannotChange as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("Done, and noted in the audit."))
    return redirect("members")


def _hand_over_link(request: HttpRequest, member: Member) -> HttpResponse:
    """Shown once, as the answer itself; only its hash is stored."""
    path = reverse("sign_in_link", args=[make_link(member, by=member_of(request))])
    context = {"member": member, "link": f"{settings.PUBLIC_URL}{path}"}
    return render(request, "desk/member_link.html", context)
