"""A supporter has us send her letter, after she confirms from her mailbox."""

from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from tocsin.actions.models import Action
from tocsin.delivery.take_letter import Written, take_letter
from tocsin.directory.models import ContactPoint
from tocsin.members.access import anyone
from tocsin.public.against_abuse.admit import Answer, admit
from tocsin.public.confirm_link import confirm_link
from tocsin.public.letter_form import LetterForm
from tocsin.public.letter_page import letter_page, start_again
from tocsin.public.open_action import for_open_action
from tocsin.public.sender_form import SenderForm
from tocsin.public.ways import ways_page
from tocsin.supporters.take_part import Person

ASKED_BACK = {
    Answer.ONCE_MORE: _("That was very quick. If you are a person, press once more."),
    Answer.TOO_MANY: _(
        "More letters come in at this moment than we can have confirmed. Yours is still here: try again in an hour, or take another way."
    ),
}


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
    admission = admit(
        request, action, **{key: sender.cleaned_data[key] for key in ("email", "stamp", "solved")}
    )
    if admission.answer in ASKED_BACK:
        sender.add_error(None, ASKED_BACK[admission.answer])
        return ways_page(request, action, form, sender)
    if admission.answer == Answer.TAKE:
        _take(action, form, sender, form.destination.email, admission.mail_after)
    return redirect("check_mailbox", action.slug)


def _take(
    action: Action, form: LetterForm, sender: SenderForm, email: ContactPoint, mail_after: datetime | None
) -> None:
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
    take_letter(action, person, written, confirm_link, mail_after=mail_after)
