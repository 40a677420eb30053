"""How a program asks: with its partner's key, by the right verb, not too often."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt

from tocsin.actions.models import Partner
from tocsin.actions.partners.keys import partner_of
from tocsin.members.access import View, anyone
from tocsin.supporters.rate_keys import HOUR, RateKeys, rate_keys

from .problem import Problem

# For one key, in an hour and a process of the server.
MOST_CALLS = 3_600
_BEARER = "bearer "
P = ParamSpec("P")
OfPartner = Callable[Concatenate[HttpRequest, Partner, P], dict[str, object]]
# How long to stay away, in seconds, and where a key is told.
_LATER = {"Retry-After": str(int(HOUR))}
_WHO = {"WWW-Authenticate": 'Bearer realm="tocsin"'}


def reads(view: OfPartner[P]) -> View:
    """What the view gives, as JSON."""
    return _resource(("GET", "HEAD"), 200, view)


def acts(view: OfPartner[P]) -> View:
    """The same for a deed that a person has still to confirm. No cookie vouches for anybody here, so none is guarded."""
    return _resource(("POST",), 202, view)


def _resource(verbs: tuple[str, ...], status: int, view: OfPartner[P]) -> View:
    @wraps(view)
    def resource(request: HttpRequest, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        try:
            partner = _partner(request)
            if request.method not in verbs:
                raise Problem(405, _("This address does not take that."), "method", " ".join(verbs))
            found = view(request, partner, *args, **kwargs)
        except Problem as problem:
            return _refused(problem, verbs)
        return JsonResponse(found, status=status, json_dumps_params={"ensure_ascii": False})

    return anyone(csrf_exempt(resource))


def _refused(problem: Problem, verbs: tuple[str, ...]) -> HttpResponse:
    answer = problem.answer()
    more = {401: _WHO, 429: _LATER, 405: {"Allow": ", ".join(verbs)}}.get(problem.status, {})
    for name, value in more.items():
        answer.headers[name] = value
    return answer


def _partner(request: HttpRequest, keys: RateKeys = rate_keys) -> Partner:
    """Whose key was sent. Raises Problem for none, an unknown one, and one that asks too often."""
    given = request.headers.get("Authorization", "")
    key = given[len(_BEARER) :].strip() if given.lower().startswith(_BEARER) else ""
    if not key:
        raise Problem(
            401,
            _("A key is needed."),
            "Authorization",
            _("Send “Authorization: Bearer …”. An administrator of this site makes keys for partners."),
        )
    partner = partner_of(key)
    if partner is None:
        raise Problem(
            401,
            _("This key is unknown, or was revoked."),
            "Authorization",
            _("Ask an administrator of this site for a new one."),
        )
    if keys.count("api", str(partner.pk)) > MOST_CALLS:
        raise Problem(
            429,
            _("Too many calls in an hour."),
            "Authorization",
            _("Wait an hour, and keep what you were told: it changes rarely."),
        )
    return partner
