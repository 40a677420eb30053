"""An organisation's letter to the action's offices, on its own letterhead, as a PDF. Nothing of it is kept."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from tocsin.actions.asks.sign_on.models import Endorsement
from tocsin.actions.queries import action_view
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
from tocsin.public.own_endorsement import find_own, has_letter


@anyone
def organisation_letter(request: HttpRequest, token: str) -> HttpResponse:
    endorsement = find_own(token)
    if endorsement is None:
        return render(request, "public/sign_on_ended.html", status=410)
    if not has_letter(endorsement):
        return redirect("own_endorsement", token)
    found = [to for to in destinations(endorsement.action, endorsement.country) if not to.capacity]
    if request.method != "POST":
        form = OrganisationLetterForm(initial=_worded(endorsement, request.GET.get("language", "")))
        return _page(request, endorsement, token, form, found)
    form = OrganisationLetterForm(request.POST)
    if form.is_valid() and found:
        made = _printed(endorsement, form, found)
        if made is not None:
            return made
    return _page(request, endorsement, token, form, found)


def _worded(endorsement: Endorsement, language: str) -> dict[str, str]:
    """As the action words it, with a sentence that says who writes."""
    given = action_view(endorsement.action).letter(language)
    if given is None:
        return {"language": endorsement.action.language, "office": endorsement.signed_by}
    letter = Letter(given.language, given.subject, given.body)
    body = on_behalf(letter, endorsement.organisation).body
    return {
        "language": given.language,
        "subject": given.subject,
        "body": body,
        "office": endorsement.signed_by,
    }


def _printed(
    endorsement: Endorsement, form: OrganisationLetterForm, found: list[Destination]
) -> HttpResponse | None:
    """None where it could not be printed; the form then says why."""
    given, country = form.cleaned_data, endorsement.country
    head = Letterhead(
        endorsement.organisation,
        given["place"],
        given["office"],
        given["name"],
        Letterhead.lines_of(given["address"]),
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


def _page(
    request: HttpRequest,
    endorsement: Endorsement,
    token: str,
    form: OrganisationLetterForm,
    found: list[Destination],
) -> HttpResponse:
    view = action_view(endorsement.action)
    words = {
        "endorsement": endorsement,
        "action": view,
        "token": token,
        "form": form,
        "found": found,
        "language": form["language"].value(),
        "languages": [(letter.language, language_name(letter.language)) for letter in view.letters],
    }
    return render(request, "public/organisation_letter.html", words, status=422 if form.errors else 200)
