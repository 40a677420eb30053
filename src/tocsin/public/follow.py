"""Somebody wants to be told of the next appeal, whatever she has taken part in before."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from tocsin.members.access import anyone
from tocsin.post.deliver import post_office
from tocsin.public.against_abuse.admit import Answer
from tocsin.public.against_abuse.form_stamp import admit_form, form_stamp
from tocsin.public.against_abuse.stamp import BITS
from tocsin.public.asked_back import ASKED_BACK
from tocsin.public.follow_form import FollowForm
from tocsin.supporters.followers.ask_to_join import ask_to_join
from tocsin.supporters.followers.join import confirm, join, waits


# No cookie, since nothing of a browser vouches for anybody here; the stamp of the page does.
@anyone
@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def follow(request: HttpRequest) -> HttpResponse:
    form = FollowForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        answer = _take(request, form)
        if answer in (Answer.TAKE, Answer.KEEP_QUIET):
            return redirect("follow_asked")
        form.add_error(None, ASKED_BACK[answer])
    words = {
        "form": form,
        "organisation": settings.ORGANISATION,
        "stamp": form_stamp(None, request.POST.get("stamp", "")),
        "riddle_bits": BITS,
    }
    return render(request, "public/follow.html", words, status=422 if form.errors else 200)


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
    response = render(request, "public/follow_confirm.html", words, status=200 if found else 410)
    response.headers["Cache-Control"] = "no-store"
    return response


def ask(payload: dict[str, Any]) -> None:
    """Does a job of kind `followers.ask`."""
    ask_to_join(payload["follower"], lambda token: reverse("follow_confirm", args=[token]))


def _take(request: HttpRequest, form: FollowForm) -> Answer:
    if form.is_a_program:
        return Answer.KEEP_QUIET
    person = form.person()
    admission = admit_form(request, None, person.email)
    if admission.answer == Answer.TAKE:
        join(person, mail_after=admission.mail_after)
    return admission.answer
