"""A supporter has us send her letter, after she confirms from her mailbox."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language

from tocsin.actions.models import Action
from tocsin.actions.queries import action_view
from tocsin.delivery.take_letter import Written, take_letter
from tocsin.directory.models import ContactPoint
from tocsin.members.access import anyone
from tocsin.post.deliver import post_office
from tocsin.public.letter_form import LetterForm
from tocsin.public.letter_page import letter_page, start_again
from tocsin.public.open_action import for_open_action
from tocsin.public.sender_form import SenderForm
from tocsin.public.ways import ways_page
from tocsin.supporters.take_part import Person


@anyone
@for_open_action
def send(request: HttpRequest, action: Action) -> HttpResponse:
    if request.method != "POST":
        return start_again(action)
    form, sender = LetterForm(action, request.POST), SenderForm(request.POST)
    if not form.is_valid() or form.destination.email is None:
        return letter_page(request, action, form)
    if sender.is_a_program:
        return redirect("check_mailbox", action.slug)
    if not sender.is_valid():
        return ways_page(request, action, form, sender)
    _take(action, form, sender, form.destination.email)
    return redirect("check_mailbox", action.slug)


def _take(action: Action, form: LetterForm, sender: SenderForm, email: ContactPoint) -> None:
    letter = form.cleaned_data
    person = Person(
        name=sender.cleaned_data["name"],
        email=sender.cleaned_data["email"],
        country=letter["country"],
        language=get_language() or "en",
    )
    to = form.destination
    written = Written(
        to.target, email, letter["language"], letter["subject"], letter["body"], copies=to.copies
    )
    take_letter(action, person, written, lambda token: reverse("confirm", args=[token]))


@anyone
@for_open_action
def check_mailbox(request: HttpRequest, action: Action) -> HttpResponse:
    """The same page for a new address, a known one, and a program that filled in every field."""
    words = {"action": action_view(action), "mail_is_set_up": post_office().is_real}
    return render(request, "public/check_mailbox.html", words)
