"""A member's own password and recovery codes."""

from django import forms
from django.conf import settings
from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST

from tocsin.members.access import allowed, member_of
from tocsin.members.models import Role
from tocsin.members.password import set_password
from tocsin.members.second_factor import make_recovery_codes


class PasswordForm(forms.Form):
    password = forms.CharField(
        label=_("New password"),
        help_text=_("At least 14 characters. Three or four words that nobody says together are good."),
        strip=False,
        widget=forms.PasswordInput({"autocomplete": "new-password"}),
    )


@allowed(Role.VIEWER)
@require_http_methods(["GET", "HEAD", "POST"])
def own_account(request: HttpRequest) -> HttpResponse:
    form = PasswordForm(request.POST or None)
    if form.is_valid() and _set_password(request, form):
        messages.success(request, _("The password is set. It holds from the next sign-in on."))
        return redirect("own_account")
    words = {
        "form": form,
        "languages": settings.LANGUAGES,
        "chosen_language": request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME, ""),
    }
    return render(request, "desk/own_account.html", words)


@allowed(Role.VIEWER)
@require_POST
def new_recovery_codes(request: HttpRequest) -> HttpResponse:
    codes = make_recovery_codes(member_of(request))
    return render(request, "desk/recovery_codes.html", {"codes": codes})


def _set_password(request: HttpRequest, form: PasswordForm) -> bool:
    member = member_of(request)
    try:
        set_password(member, form.cleaned_data["password"])
    except ValidationError as weak:
        form.add_error("password", weak)
        return False
    # Other sessions of this member end by the changed password, this one goes on.
    update_session_auth_hash(request, member)
    return True
