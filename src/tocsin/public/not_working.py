"""'This number does not work': work for the confirmation queue. Nothing is kept of who said so."""

from django.http import HttpRequest, HttpResponse

from tocsin.actions.models import Action
from tocsin.directory.strangers_word import take_strangers_word
from tocsin.members.access import anyone
from tocsin.public.letter_form import LetterForm
from tocsin.public.letter_page import letter_page, start_again, whole_number
from tocsin.public.open_action import for_open_action
from tocsin.public.sender_form import SenderForm
from tocsin.public.ways import ways_page


@anyone
@for_open_action
def not_working(request: HttpRequest, action: Action) -> HttpResponse:
    """Only what the page showed of her own office can be reported; the letter comes back as it was."""
    if request.method != "POST":
        return start_again(action)
    form = LetterForm(action, request.POST)
    if not form.is_valid():
        return letter_page(request, action, form)
    asked = whole_number(request.POST.get("point", ""))
    point = next((p for p in form.destination.points if p.pk == asked), None)
    if point:
        take_strangers_word(point)
    return ways_page(request, action, form, SenderForm(), reported=point)
