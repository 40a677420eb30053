"""What went wrong, for programs (RFC 9457): always with the place and the mend."""

from django.http import HttpResponse, JsonResponse
from django.utils.translation import gettext as _

MEDIA_TYPE = "application/problem+json"


class Problem(Exception):
    """`place`: the header, part of the address or JSON pointer that is meant; `mend`: what to do about it."""

    def __init__(self, status: int, title: str, place: str, mend: str) -> None:
        super().__init__(title)
        self.status, self.title, self.place, self.mend = status, title, place, mend

    def answer(self) -> HttpResponse:
        body = {
            "type": "about:blank",
            "title": self.title,
            "status": self.status,
            "place": self.place,
            "mend": self.mend,
        }
        return JsonResponse(
            body, status=self.status, content_type=MEDIA_TYPE, json_dumps_params={"ensure_ascii": False}
        )


def no_such(place: str) -> Problem:
    return Problem(
        404, _("There is nothing at this address."), place, _("Take addresses from /api/v1/actions.")
    )


def gone() -> Problem:
    return Problem(
        410,
        _("It is not public any more."),
        "slug",
        _("Take it down wherever you show it, and ask for it no more."),
    )
