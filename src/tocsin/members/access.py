"""Who may use a page. Every route declares it by one of these two; the suite fails for one that does not."""

from collections.abc import Callable
from datetime import timedelta
from functools import wraps
from typing import Any, Protocol, cast

from django.contrib.auth import logout
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _

from .models import Member, Role

LONGEST_SESSION = timedelta(hours=12)
SIGNED_IN_AT = "signed_in_at"


class View(Protocol):
    """A view that has declared who may use it: a role in the organisation, and `in_case` also in the case."""

    who_may: str
    in_case: bool

    def __call__(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse: ...


def anyone(view: Callable[..., HttpResponse]) -> View:
    """A page for everybody, signed in or not."""
    return _declare(view, "anyone")


def allowed(role: Role) -> Callable[[Callable[..., HttpResponse]], View]:
    """A page for members of this role or a higher one who have shown their second factor."""

    def guard(view: Callable[..., HttpResponse]) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            if not is_member(request):
                return stranger(request)
            if not member_of(request).holds(role):
                return render(request, "members/not_your_role.html", {"role": role}, status=403)
            return view(request, *args, **kwargs)

        return _declare(guarded, str(role))

    return guard


def _declare(view: Callable[..., HttpResponse], who_may: str) -> View:
    declared = cast(View, view)
    declared.who_may, declared.in_case = who_may, False
    return declared


def is_member(request: HttpRequest) -> bool:
    """Whether somebody is signed in with both factors, in a session that is not too old."""
    if getattr(request.user, "otp_device", None) is None:
        return False
    if timezone.now().timestamp() - request.session.get(SIGNED_IN_AT, 0) > LONGEST_SESSION.total_seconds():
        logout(request)
        return False
    return True


def member_of(request: HttpRequest) -> Member:
    """Who is signed in; for views behind `allowed`."""
    return cast(Member, request.user)


def must_administer(by: Member | None) -> None:
    """Raises PermissionDenied unless `by` is an administrator. None is the installation itself."""
    if by is not None and not by.holds(Role.ADMINISTRATOR):
        raise PermissionDenied(_("This needs the role: %(role)s") % {"role": Role.ADMINISTRATOR.label})


def stranger(request: HttpRequest) -> HttpResponse:
    """The same answer for every address of the desk, whether or not something stands there."""
    return render(request, "members/stranger.html", status=404)
