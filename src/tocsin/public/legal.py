"""Who answers for this site, in the words of whoever runs it."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from tocsin.members.access import anyone
from tocsin.public.mirror.sign import own_fingerprint


@anyone
def legal(request: HttpRequest) -> HttpResponse:
    return render(request, "public/legal.html", told())


def told() -> dict[str, str]:
    return {
        "organisation": settings.ORGANISATION,
        "notice": settings.LEGAL_NOTICE,
        "mirror_key": own_fingerprint(),
    }
