"""A letter that goes out on paper: whose, to which office, with a name or without one."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse

from tocsin.actions.models import Action
from tocsin.actions.queries import action_view
from tocsin.delivery.destination import Destination, destinations
from tocsin.letters.compose import Letter
from tocsin.letters.print_sheet import PrintSheet, print_sheet
from tocsin.public.countries import is_country
from tocsin.public.letter_form import LetterForm
from tocsin.public.letter_page import letter_page, start_again


@dataclass(frozen=True)
class PaperLetter:
    """`form` is the letter as it was typed, None where it is as the action words it; `country` is where it is posted. `is_unsigned`: nobody's name, and no copy, which would come from a mailbox."""

    to: Destination
    letter: Letter
    country: str
    is_unsigned: bool
    form: LetterForm | None = None

    @property
    def sheet(self) -> PrintSheet:
        office, post = self.to.office, self.to.post
        copies = () if self.is_unsigned else self.to.copies
        abroad = office.in_country if office.in_country != self.country else ""
        address = post.value if post else None
        return print_sheet(
            self.letter, self.to.addressee, address, [str(copy.office) for copy in copies], abroad
        )


def paper_letter(request: HttpRequest, action: Action) -> PaperLetter | HttpResponse:
    """By POST the letter as edited; by GET, for those who give no name, as the action words it. Else where to go."""
    if request.method != "POST":
        return _as_worded(request, action, request.GET.get("country", ""))
    form = LetterForm(action, request.POST)
    if not form.is_valid() or not (form.destination.post or form.destination.fax):
        return letter_page(request, action, form)
    given = form.cleaned_data
    letter = Letter(given["language"], given["subject"], given["body"])
    return PaperLetter(form.destination, letter, given["country"], "unsigned" in request.GET, form)


def _as_worded(request: HttpRequest, action: Action, country: str) -> PaperLetter | HttpResponse:
    safe = is_country(country) and country != action.case.country
    to = next((d for d in destinations(action, country) if d.post and not d.capacity), None) if safe else None
    letter = action_view(action).letter(request.GET.get("language", ""))
    if to is None or letter is None:
        return start_again(action, country)
    worded = Letter(letter.language, letter.subject, letter.body)
    return PaperLetter(to, worded, country, "unsigned" in request.GET)
