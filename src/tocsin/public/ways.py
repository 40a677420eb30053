"""The ways that a finished letter can take, best first, and only those that exist."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language

from tocsin.actions.models import Action
from tocsin.actions.queries import action_view
from tocsin.delivery.tokens import handover_token
from tocsin.language.countries import country_name
from tocsin.letters.mailto import Mailto, mailto_link
from tocsin.letters.phone_script import PhoneScript, phone_script
from tocsin.members.access import anyone
from tocsin.post.deliver import post_office
from tocsin.public.destination import Destination
from tocsin.public.letter_form import LetterForm
from tocsin.public.open_action import for_open_action
from tocsin.public.sender_form import SenderForm
from tocsin.public.write import letter_page, start_again


@dataclass(frozen=True)
class Ways:
    """`mailto` is None without an address. A link that is too long for mail programs is not offered."""

    to: Destination
    mailto: Mailto | None
    mail_is_set_up: bool

    @property
    def opens_mail(self) -> bool:
        return self.mailto is not None and self.mailto.fits


@anyone
@for_open_action
def ways(request: HttpRequest, action: Action) -> HttpResponse:
    if request.method != "POST":
        return start_again(action, "")
    form = LetterForm(action, request.POST)
    if not form.is_valid():
        return letter_page(request, action, form)
    return ways_page(request, action, form, SenderForm())


def ways_page(request: HttpRequest, action: Action, form: LetterForm, sender: SenderForm) -> HttpResponse:
    """`form` must have been found valid; it goes along in hidden fields."""
    words = {
        "action": action_view(action),
        "letter": form.cleaned_data,
        "country_name": country_name(form.cleaned_data["country"], get_language() or "en"),
        "to": form.destination,
        "ways": _ways(form, form.destination),
        "sender": sender,
        "token": handover_token(),
        "script": _script(form),
    }
    return render(request, "public/ways.html", words, status=422 if sender.is_bound else 200)


def _ways(form: LetterForm, to: Destination) -> Ways:
    letter = form.cleaned_data
    mailto = mailto_link(to.email.value, (), letter["subject"], letter["body"]) if to.email else None
    return Ways(to, mailto, post_office().is_real)


def _script(form: LetterForm) -> PhoneScript | None:
    """What to say, where a number is confirmed."""
    to, view = form.destination, action_view(form.action)
    if to.phone is None:
        return None
    country, language = form.cleaned_data["country"], form.cleaned_data["language"]
    return phone_script(to.phone.value, to.addressee, view.title, view.demands, country, language)
