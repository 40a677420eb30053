"""The letter as a sheet to print: with room for a name, or without one."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from tocsin.actions.models import Action
from tocsin.actions.queries import action_view
from tocsin.delivery.tokens import handover_token
from tocsin.letters.compose import Letter
from tocsin.letters.print_sheet import print_sheet
from tocsin.members.access import anyone
from tocsin.public.countries import is_country
from tocsin.public.destination import Destination, destinations
from tocsin.public.letter_form import LetterForm
from tocsin.public.letter_page import letter_page, start_again
from tocsin.public.open_action import for_open_action


@anyone
@for_open_action
def letter_print(request: HttpRequest, action: Action) -> HttpResponse:
    """By POST the letter as edited; by GET, for those who give no name, as the action words it."""
    if request.method != "POST":
        return _as_worded(request, action, request.GET.get("country", ""))
    form = LetterForm(action, request.POST)
    if not form.is_valid() or not (form.destination.post or form.destination.fax):
        return letter_page(request, action, form)
    letter = form.cleaned_data
    return _sheet(
        request, action, form.destination, Letter(letter["language"], letter["subject"], letter["body"])
    )


def _as_worded(request: HttpRequest, action: Action, country: str) -> HttpResponse:
    safe = is_country(country) and country != action.case.country
    to = next((d for d in destinations(action, country) if d.post), None) if safe else None
    letter = action_view(action).letter(request.GET.get("language", ""))
    if to is None or letter is None:
        return start_again(action, country)
    return _sheet(request, action, to, Letter(letter.language, letter.subject, letter.body))


def _sheet(request: HttpRequest, action: Action, to: Destination, letter: Letter) -> HttpResponse:
    """Without a name no copy is promised: it would have to come from somebody's mailbox."""
    is_unsigned = "unsigned" in request.GET
    copies = () if is_unsigned else to.copies
    offices = [str(copy.office) for copy in copies]
    words = {
        "action": action_view(action),
        "sheet": print_sheet(letter, to.addressee, to.post.value if to.post else None, offices),
        "copies": copies,
        "language": letter.language,
        "to": to,
        "token": handover_token(),
        "today": timezone.localdate(),
        "is_unsigned": is_unsigned,
    }
    return render(request, "public/letter_print.html", words)
