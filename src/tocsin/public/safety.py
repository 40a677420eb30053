"""How to take part without putting oneself or others at risk."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from tocsin.members.access import anyone


@anyone
def safety(request: HttpRequest) -> HttpResponse:
    return render(request, "public/safety.html")
