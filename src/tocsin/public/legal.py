"""Who answers for this site, in the words of whoever runs it."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from tocsin.members.access import anyone


@anyone
def legal(request: HttpRequest) -> HttpResponse:
    told = {"organisation": settings.ORGANISATION, "notice": settings.LEGAL_NOTICE}
    return render(request, "public/legal.html", told)
