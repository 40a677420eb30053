"""A staff session: begun by the first factor, opened by the second, over after twelve hours."""

from django.contrib.auth import login, logout
from django.http import HttpRequest
from django.utils import timezone
from django_otp import login as login_device
from django_otp.models import Device

from .access import SIGNED_IN_AT, member_of
from .models import Member
from .record import record


def begin_session(request: HttpRequest, member: Member) -> None:
    """After the first factor; the session gets a new key. It opens nothing yet."""
    login(request, member, backend="django.contrib.auth.backends.ModelBackend")
    request.session[SIGNED_IN_AT] = timezone.now().timestamp()


def open_session(request: HttpRequest, device: Device) -> None:
    """After the second factor; the session gets a new key again."""
    login_device(request, device)
    request.session.cycle_key()
    record("member.signed_in", member_of(request), member_of(request))


def end_session(request: HttpRequest) -> None:
    logout(request)
