"""The letter as a PDF: for the window of an envelope, or with a cover for the fax. Nothing of it is kept."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from tocsin.actions.models import Action
from tocsin.actions.queries import action_view
from tocsin.letters.paper import Sender, letter_sheet
from tocsin.members.access import anyone
from tocsin.printing.envelopes import envelope_for
from tocsin.printing.fonts_to_add import fonts_to_add
from tocsin.printing.letter import LetterSheet, print_letters
from tocsin.printing.sheet import CannotPrint
from tocsin.public.open_action import for_open_action
from tocsin.public.paper_letter import PaperLetter, paper_letter
from tocsin.public.paper_lines import PaperSenderForm
from tocsin.public.sender_form import SenderForm
from tocsin.public.way import Way
from tocsin.public.ways import ways_page

MEDIA_TYPE = "application/pdf"


@anyone
@for_open_action
def letter_pdf(request: HttpRequest, action: Action) -> HttpResponse:
    paper = paper_letter(request, action)
    if not isinstance(paper, PaperLetter):
        return paper
    sender = PaperSenderForm(Way.FAX if "fax" in request.POST else Way.PRINT, request.POST)
    if paper.form and not paper.is_unsigned and not sender.is_valid():
        return ways_page(request, action, paper.form, SenderForm(), on_paper=sender)
    sheet = _sheet(paper, sender)
    try:
        made_on = timezone.localdate().isoformat()
        printed = print_letters([sheet], envelope_for(paper.country), made_on, sheet.subject)
    except CannotPrint:
        return _cannot_print(request, action, paper, "")
    if printed.missing:
        return _cannot_print(request, action, paper, printed.missing)
    headers = {
        "Content-Disposition": f'inline; filename="{action.slug}.pdf"',
        "Cache-Control": "no-store",
        "X-Robots-Tag": "noindex",
    }
    return HttpResponse(printed.pdf, content_type=MEDIA_TYPE, headers=headers)


def _sheet(paper: PaperLetter, on_paper: PaperSenderForm) -> LetterSheet:
    """What a name or a fax asks for comes by POST alone: it must stand in no address."""
    sender = Sender(signs=False) if paper.is_unsigned else Sender(on_paper.cleaned_data["sender"])
    fax = paper.to.fax.value if paper.to.fax and on_paper.way == Way.FAX else ""
    return letter_sheet(paper.letter, paper.sheet, timezone.localdate().isoformat(), sender, fax)


def _cannot_print(request: HttpRequest, action: Action, paper: PaperLetter, missing: str) -> HttpResponse:
    """In words what is missing and how to mend it; the letter goes on to the page that a browser prints."""
    words = {
        "action": action_view(action),
        "letter": {
            "country": paper.country,
            "to": paper.to.target.pk,
            "language": paper.letter.language,
            "subject": paper.letter.subject,
            "body": paper.letter.body,
        },
        "is_unsigned": paper.is_unsigned,
        "missing": missing[:40],
        "to_add": fonts_to_add(missing),
    }
    return render(request, "public/cannot_print.html", words, status=422 if missing else 503)
