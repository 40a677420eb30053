"""What we keep of a supporter, and for how long."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from tocsin.actions.ended import KEPT_AFTER_CLOSING
from tocsin.members.access import anyone
from tocsin.supporters.take_part import WAIT


@anyone
def privacy(request: HttpRequest) -> HttpResponse:
    return render(request, "public/privacy.html", kept())


def kept() -> dict[str, str | int]:
    """For how long, and whom to ask."""
    hours, days = int(WAIT.total_seconds() // 3600), KEPT_AFTER_CLOSING.days
    return {"wait_hours": hours, "kept_days": days, "contact": settings.PRIVACY_CONTACT}
