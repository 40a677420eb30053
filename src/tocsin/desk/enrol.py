"""The first sign-in: adding an authenticator app, then noting down the recovery codes."""

import io

import segno
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_safe

from tocsin.members.access import anyone, member_of
from tocsin.members.models import Member
from tocsin.members.second_factor import (
    begin_enrolment,
    finish_enrolment,
    is_enrolled,
    make_recovery_codes,
    secret_of,
)
from tocsin.members.session import open_session

from .second_factor import CodeForm


@anyone
@require_http_methods(["GET", "HEAD", "POST"])
def enrol(request: HttpRequest) -> HttpResponse:
    if not _may_enrol(request):
        return redirect("second_factor")
    member = member_of(request)
    form = CodeForm(request.POST or None)
    if form.is_valid():
        device = finish_enrolment(member, form.cleaned_data["code"])
        if device is not None:
            open_session(request, device)
            return _recovery_codes(request, member)
        form.add_error("code", _("This code is not right. Wait for the next one and type that."))
    return render(request, "desk/enrol.html", {"form": form, "secret": secret_of(begin_enrolment(member))})


@anyone
@require_safe
def enrol_qr(request: HttpRequest) -> HttpResponse:
    """The secret as a QR code, a file of its own since pages hold nothing inline."""
    if not _may_enrol(request):
        raise Http404
    picture = io.BytesIO()
    segno.make(begin_enrolment(member_of(request)).config_url).save(
        picture, kind="svg", scale=5, light="#fff", border=4
    )
    return HttpResponse(picture.getvalue(), content_type="image/svg+xml")


def _may_enrol(request: HttpRequest) -> bool:
    """After the first factor, as long as no app is there: a second app must not be added by the first factor."""
    return request.user.is_authenticated and not is_enrolled(member_of(request))


def _recovery_codes(request: HttpRequest, member: Member) -> HttpResponse:
    """Shown once, as the answer itself: they are written on no other page."""
    return render(request, "desk/recovery_codes.html", {"codes": make_recovery_codes(member)})
