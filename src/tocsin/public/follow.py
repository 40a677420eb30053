"""Somebody wants to be told of the next appeal, whatever she has taken part in before."""

from functools import partial
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from tocsin.members.access import anyone
from tocsin.post.deliver import post_office
from tocsin.public.against_abuse.admit import Answer
from tocsin.public.against_abuse.form_stamp import admit_form
from tocsin.public.follow_form import FollowForm
from tocsin.public.form_page import form_page
from tocsin.public.unseen import unseen
from tocsin.supporters.followers.ask_to_join import ask_to_join
from tocsin.supporters.followers.join import confirm, join, waits


# No cookie, since nothing of a browser vouches for anybody here; the stamp of the page does.
@anyone
@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def follow(request: HttpRequest) -> HttpResponse:
    form = FollowForm(request.POST if request.method == "POST" else None)
    words = {"organisation": settings.ORGANISATION}
    return form_page(
        request, None, "public/follow.html", form, partial(_take, request), reverse("follow_asked"), words
    )


@anyone
def follow_asked(request: HttpRequest) -> HttpResponse:
    """The same page for a new address, a known one, and a program."""
    return render(request, "public/follow_asked.html", {"mail_is_set_up": post_office().is_real})


@anyone
@require_http_methods(["GET", "HEAD", "POST"])
def follow_confirm(request: HttpRequest, token: str) -> HttpResponse:
    """To look changes nothing; 410 for a link that has run out."""
    found = waits(token)
    is_done = bool(found and found.confirmed_at)
    if request.method == "POST":
        is_done = confirm(token)
    words = {"is_there": found is not None, "is_done": is_done, "organisation": settings.ORGANISATION}
    return unseen(render(request, "public/follow_confirm.html", words, status=200 if found else 410))


def ask(payload: dict[str, Any]) -> None:
    """Does a job of kind `followers.ask`."""
    ask_to_join(payload["follower"], lambda token: reverse("follow_confirm", args=[token]))


def _take(request: HttpRequest, form: FollowForm) -> Answer:
    person = form.person()
    admission = admit_form(request, None, person.email)
    if admission.answer == Answer.TAKE:
        join(person, mail_after=admission.mail_after)
    return admission.answer
