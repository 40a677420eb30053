"""An address short enough to say aloud, to write on a wall or to type from a poster: /s/k7."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_safe

from tocsin.actions.models import Action
from tocsin.look.languages import open_path
from tocsin.members.access import anyone
from tocsin.public.gone import gone_or_unknown

# Without letters and digits that are taken for one another.
_LETTERS = "23456789abcdefghjkmnpqrstuvwxyz"
_LONGEST = 12


def short_path(action: int) -> str:
    """Of an action, by its key."""
    code, left = "", action
    while left or not code:
        left, at = divmod(left, len(_LETTERS))
        code = _LETTERS[at] + code
    return open_path("short", code)


@anyone
@require_safe
def short(request: HttpRequest, code: str) -> HttpResponse:
    found = Action.objects.filter(pk=_number(code)).first()
    if found is None:
        raise Http404
    return redirect("action", found.slug) if found.is_visible else gone_or_unknown(request, found.slug)


def _number(code: str) -> int:
    """Raises Http404 for what is no code of ours."""
    read = code.lower()
    if len(read) > _LONGEST or not set(read) <= set(_LETTERS):
        raise Http404
    number = 0
    for letter in read:
        number = number * len(_LETTERS) + _LETTERS.index(letter)
    return number
