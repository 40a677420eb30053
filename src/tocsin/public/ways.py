"""The letter is written: how shall it leave?"""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import get_language

from tocsin.actions.models import Action
from tocsin.actions.queries import action_view
from tocsin.cases.inquiries.of_a_call import OUTCOMES
from tocsin.delivery.bundles.waiting import goes_by_itself
from tocsin.delivery.mail_choice.choice_for import choice_for
from tocsin.delivery.mail_choice.models import By
from tocsin.delivery.tokens import handover_token
from tocsin.directory.models import ContactPoint
from tocsin.language.countries import country_name
from tocsin.letters.office_hours import OfficeHours, office_hours
from tocsin.members.access import anyone
from tocsin.post.deliver import post_office
from tocsin.printing.envelopes import US_10, envelope_for
from tocsin.public.against_abuse.form_stamp import form_stamp
from tocsin.public.against_abuse.page_stamp import page_stamp
from tocsin.public.against_abuse.stamp import BITS
from tocsin.public.call_script import call_script
from tocsin.public.letter_form import LetterForm
from tocsin.public.letter_page import letter_page, start_again
from tocsin.public.open_action import for_open_action
from tocsin.public.paper_lines import PaperSenderForm
from tocsin.public.sender_form import SenderForm
from tocsin.public.way import Way, ways_to


@anyone
@for_open_action
def ways(request: HttpRequest, action: Action) -> HttpResponse:
    if request.method != "POST":
        return start_again(action)
    form = LetterForm(action, request.POST)
    if not form.is_valid():
        return letter_page(request, action, form)
    return ways_page(request, action, form, SenderForm())


def ways_page(
    request: HttpRequest,
    action: Action,
    form: LetterForm,
    sender: SenderForm,
    reported: ContactPoint | None = None,
    on_paper: PaperSenderForm | None = None,
) -> HttpResponse:
    """`form` must have been found valid; its letter goes along in hidden fields. `reported` does not work, she says.

    `sender` and `on_paper` come back as she filled one of them in, where something is wrong with it.
    """
    letter, view = form.cleaned_data, action_view(action)
    mail_is_set_up = post_office().is_real
    choice = _choice(action, form)
    found = ways_to(form.destination, letter["subject"], letter["body"], mail_is_set_up, view.demands, choice)
    in_order = list(found)
    token = handover_token()
    words = {
        "action": view,
        "letter": letter,
        "country_name": country_name(letter["country"], get_language() or "en"),
        "to": form.destination,
        "ways": found,
        "in_order": in_order,
        "open_way": _asked_again(in_order, sender, on_paper) or in_order[0],
        "on_paper": {way: _or_empty(on_paper, way) for way in (Way.PRINT, Way.FAX)},
        "no_longer": sender.is_bound and Way.SERVER not in in_order,
        "sender": sender,
        "stamp": page_stamp(action, form) if Way.SERVER in in_order else "",
        "riddle_bits": BITS,
        "reported": reported,
        "token": token,
        "script": call_script(action, form.destination, letter["country"], letter["language"]),
        "hours": _hours(form),
        "call": _call(action, form, token),
        "outcomes": OUTCOMES,
        "go_together": not form.destination.is_own and not goes_by_itself(form.destination.target),
        "is_us_10": envelope_for(letter["country"]) == US_10,
    }
    return render(request, "public/ways.html", words, status=422 if sender.is_bound or on_paper else 200)


def _asked_again(in_order: list[Way], sender: SenderForm, on_paper: PaperSenderForm | None) -> Way | None:
    """The way whose form something is wrong with, if it is still there."""
    asked = on_paper.way if on_paper else Way.SERVER if sender.is_bound else None
    return asked if asked in in_order else None


def _or_empty(on_paper: PaperSenderForm | None, way: Way) -> PaperSenderForm:
    return on_paper if on_paper and on_paper.way == way else PaperSenderForm(way)


def _choice(action: Action, form: LetterForm) -> By:
    to = form.destination.email
    return choice_for(action, to.value) if to and not form.destination.is_own else By.EITHER


def _hours(form: LetterForm) -> OfficeHours | None:
    """When to call, where there is a number."""
    office = form.destination.office
    if form.destination.phone is None:
        return None
    return office_hours(office.in_country, office.city, form.cleaned_data["country"], timezone.now())


def _call(action: Action, form: LetterForm, token: str) -> dict[str, object]:
    """What goes along with what she tells of her call; nothing where there is no number, or no target."""
    to = form.destination
    if to.phone is None or to.is_own:
        return {}
    return {"token": token, "to": to.target.pk, "point": to.phone.pk, "stamp": form_stamp(action)}
