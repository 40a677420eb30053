"""The second step of every sign-in: a code from the app, or a recovery code."""

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from tocsin.members.access import anyone, member_of
from tocsin.members.second_factor import check_code, is_enrolled
from tocsin.members.session import open_session


class CodeForm(forms.Form):
    """One code; phones offer their number keys and the code they received."""

    code = forms.CharField(
        label=_("Code"),
        max_length=20,
        widget=forms.TextInput({"autocomplete": "one-time-code", "autofocus": True}),
    )


@anyone
@require_http_methods(["GET", "HEAD", "POST"])
def second_factor(request: HttpRequest) -> HttpResponse:
    if not request.user.is_authenticated:
        return redirect("sign_in")
    if not is_enrolled(member_of(request)):
        return redirect("enrol")
    form = CodeForm(request.POST or None)
    if form.is_valid():
        device = check_code(member_of(request), form.cleaned_data["code"])
        if device is not None:
            open_session(request, device)
            return redirect("desk_home")
        form.add_error(
            "code", _("This code is not right. Wait for the next one; each wrong try waits longer.")
        )
    return render(request, "desk/second_factor.html", {"form": form})
