"""The letter as a sheet to print: with room for a name, or without one."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from tocsin.actions.models import Action
from tocsin.actions.queries import action_view
from tocsin.delivery.tokens import handover_token
from tocsin.members.access import anyone
from tocsin.public.open_action import for_open_action
from tocsin.public.paper_letter import PaperLetter, paper_letter


@anyone
@for_open_action
def letter_print(request: HttpRequest, action: Action) -> HttpResponse:
    paper = paper_letter(request, action)
    if not isinstance(paper, PaperLetter):
        return paper
    words = {
        "action": action_view(action),
        "sheet": paper.sheet,
        "copies": () if paper.is_unsigned else paper.to.copies,
        "language": paper.letter.language,
        "to": paper.to,
        "token": handover_token(),
        "today": timezone.localdate(),
        "is_unsigned": paper.is_unsigned,
    }
    return render(request, "public/letter_print.html", words)
