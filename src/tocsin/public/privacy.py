"""What we keep of a supporter, and for how long."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from tocsin.delivery.erase import KEPT_AFTER_CLOSING
from tocsin.members.access import anyone
from tocsin.supporters.take_part import WAIT


@anyone
def privacy(request: HttpRequest) -> HttpResponse:
    kept = {"wait_hours": int(WAIT.total_seconds() // 3600), "kept_days": KEPT_AFTER_CLOSING.days}
    contact = {"contact": settings.PRIVACY_CONTACT}
    return render(request, "public/privacy.html", {**kept, **contact})
