"""The way in by e-mail and password; a one-time link is the other."""

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from tocsin.members.access import anyone, is_member
from tocsin.members.password import TooManyTries, check_password
from tocsin.members.session import begin_session


class SignInForm(forms.Form):
    email = forms.EmailField(
        label=_("E-mail"), widget=forms.EmailInput({"autocomplete": "username", "autofocus": True})
    )
    password = forms.CharField(
        label=_("Password"),
        strip=False,
        widget=forms.PasswordInput({"autocomplete": "current-password"}),
    )


@anyone
@require_http_methods(["GET", "HEAD", "POST"])
def sign_in(request: HttpRequest) -> HttpResponse:
    if is_member(request):
        return redirect("desk_home")
    form = SignInForm(request.POST or None)
    if not form.is_valid() or not _let_in(request, form):
        return render(request, "desk/sign_in.html", {"form": form})
    return redirect("second_factor")


def _let_in(request: HttpRequest, form: SignInForm) -> bool:
    try:
        member = check_password(form.cleaned_data["email"], form.cleaned_data["password"])
    except TooManyTries:
        form.add_error(None, _("Too many tries. Wait a minute, then try again."))
        return False
    if member is None:
        form.add_error(None, _("E-mail and password do not belong together, or nobody is known by them."))
        return False
    begin_session(request, member)
    return True
