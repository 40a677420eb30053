"""An organisation's letter to the action's offices, on its own letterhead, as a PDF. Nothing of it is kept."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from tocsin.actions.asks.sign_on.models import Endorsement
from tocsin.actions.queries import action_view
from tocsin.actions.view import ActionView
from tocsin.delivery.destination import Destination, destinations
from tocsin.delivery.typed import plain_body, plain_subject
from tocsin.letters.compose import Letter
from tocsin.letters.organisation import Letterhead, on_behalf, organisation_sheets
from tocsin.letters.print_sheet import PrintSheet, print_sheet
from tocsin.members.access import anyone
from tocsin.printing.envelopes import envelope_for
from tocsin.printing.letter import print_letters
from tocsin.printing.sheet import CannotPrint
from tocsin.public.language_names import language_name
from tocsin.public.letter_pdf import MEDIA_TYPE
from tocsin.public.organisation_letter_form import OrganisationLetterForm
from tocsin.public.organisation_offices import OfficesOfALetter, by_letter
from tocsin.public.own_endorsement import find_own, has_letter


@dataclass(frozen=True)
class Writing:
    """What an organisation writes now: to which offices, by which of the action's letters."""

    endorsement: Endorsement
    token: str
    view: ActionView
    letters: tuple[OfficesOfALetter, ...]
    chosen: OfficesOfALetter


@anyone
def organisation_letter(request: HttpRequest, token: str) -> HttpResponse:
    endorsement = find_own(token)
    if endorsement is None:
        return render(request, "public/sign_on_ended.html", status=410)
    if not has_letter(endorsement):
        return redirect("own_endorsement", token)
    is_sent = request.method == "POST"
    given = request.POST if is_sent else request.GET
    writing = _writing(endorsement, token, given.get("capacity", ""))
    if not is_sent:
        form = OrganisationLetterForm(initial=_worded(writing, given.get("language", "")))
        return _page(request, writing, form)
    form = OrganisationLetterForm(request.POST)
    if form.is_valid() and writing.chosen.found:
        made = _printed(endorsement, form, writing.chosen.found)
        if made is not None:
            return made
    return _page(request, writing, form)


def _writing(endorsement: Endorsement, token: str, capacity: str) -> Writing:
    """To the offices of the letter asked for, else of the first there is."""
    view = action_view(endorsement.action)
    letters = by_letter(view, destinations(endorsement.action, endorsement.country))
    asked = (row for row in letters if row.capacity == capacity)
    chosen = next(asked, None) or next(iter(letters), OfficesOfALetter("", ()))
    return Writing(endorsement, token, view, tuple(letters), chosen)


def _worded(writing: Writing, language: str) -> dict[str, str]:
    """As the action words it, with a sentence that says who writes."""
    endorsement, capacity = writing.endorsement, writing.chosen.capacity
    said = {"capacity": capacity, "office": endorsement.signed_by}
    given = writing.view.letter(language, capacity)
    if given is None:
        return {**said, "language": endorsement.action.language}
    letter = Letter(given.language, given.subject, given.body)
    body = on_behalf(letter, endorsement.organisation).body
    return {**said, "language": given.language, "subject": given.subject, "body": body}


def _printed(
    endorsement: Endorsement, form: OrganisationLetterForm, found: Iterable[Destination]
) -> HttpResponse | None:
    """None where it could not be printed; the form then says why."""
    given, country = form.cleaned_data, endorsement.country
    head = Letterhead(
        endorsement.organisation,
        given["place"],
        given["office"],
        given["name"],
        given["address"],
    )
    letter = Letter(given["language"], plain_subject(given["subject"]), plain_body(given["body"]))
    papers = [_paper(to, letter, country) for to in found]
    made_on = timezone.localdate().isoformat()
    sheets = organisation_sheets(letter.language, papers, head, made_on)
    try:
        printed = print_letters(sheets, envelope_for(country), made_on, letter.subject)
    except CannotPrint:
        form.add_error(None, _("The typesetter is busy or out of order. Try again in a minute, please."))
        return None
    if printed.missing:
        said = _("This site has no font for these letters: %(letters)s")
        form.add_error(None, said % {"letters": printed.missing[:40]})
        return None
    headers = {
        "Content-Disposition": f'attachment; filename="{endorsement.action.slug}-letter.pdf"',
        "Cache-Control": "no-store",
        "X-Robots-Tag": "noindex",
    }
    return HttpResponse(printed.pdf, content_type=MEDIA_TYPE, headers=headers)


def _paper(to: Destination, letter: Letter, country: str) -> PrintSheet:
    abroad = to.office.in_country if to.office.in_country != country else ""
    copies = [str(copy.office) for copy in to.copies]
    return print_sheet(letter, to.addressee, to.post.value if to.post else None, copies, abroad)


def _page(request: HttpRequest, writing: Writing, form: OrganisationLetterForm) -> HttpResponse:
    chosen = writing.chosen
    letters = writing.view.letters_for(chosen.capacity)
    words = {
        "endorsement": writing.endorsement,
        "action": writing.view,
        "token": writing.token,
        "form": form,
        "found": chosen.found,
        "chosen": chosen,
        "letters": writing.letters,
        "language": form["language"].value(),
        "languages": [(letter.language, language_name(letter.language)) for letter in letters],
    }
    return render(request, "public/organisation_letter.html", words, status=422 if form.errors else 200)
