"""A supporter has us send her letter, after she confirms from her mailbox."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _

from tocsin.actions.models import Action
from tocsin.actions.queries import is_open
from tocsin.delivery.take_letter import take_letter
from tocsin.jobs.errors import STORES_NOTHING
from tocsin.members.access import anyone
from tocsin.public.against_abuse.admit import Answer, admit, not_stored
from tocsin.public.against_abuse.stamp import read_stamp
from tocsin.public.letter_form import LetterForm
from tocsin.public.letter_page import letter_page, start_again
from tocsin.public.open_action import for_open_action
from tocsin.public.posted import letter_of, person_of
from tocsin.public.sender_form import SenderForm
from tocsin.public.trap import is_trapped
from tocsin.public.ways import ways_page

ASKED_BACK = {
    Answer.ONCE_MORE: _("That was very quick. If you are a person, press once more."),
    Answer.TOO_MANY: _(
        "More letters come in at this moment than we can have confirmed. Yours is still here: try again in an hour, or take another way."
    ),
}


@anyone
def send(request: HttpRequest, slug: str) -> HttpResponse:
    """What is as it should be is taken at once; all else goes back to its page, which says what is missing."""
    answer = _take(request, slug) if request.method == "POST" else Answer.ONCE_MORE
    if answer in (Answer.TAKE, Answer.KEEP_QUIET):
        return redirect("check_mailbox", slug)
    return _back_to_the_page(request, slug, answer)


def _take(request: HttpRequest, slug: str) -> Answer:
    data = request.POST
    if is_trapped(data):
        return Answer.KEEP_QUIET
    stamp = read_stamp(data.get("stamp", ""))
    letter, person = (letter_of(data, stamp), person_of(data, stamp)) if stamp else (None, None)
    if stamp is None or letter is None or person is None or not is_open(stamp.where.action, slug):
        return Answer.ONCE_MORE
    admission = admit(request, stamp, person.email, data.get("solved", ""))
    if admission.answer == Answer.TAKE:
        try:
            take_letter(stamp.where.action, person, letter, mail_after=admission.mail_after)
        except STORES_NOTHING:
            not_stored(stamp, person.email)
            raise
    return admission.answer


@for_open_action
def _back_to_the_page(request: HttpRequest, action: Action, answer: Answer) -> HttpResponse:
    if request.method != "POST":
        return start_again(action)
    form, sender = LetterForm(action, request.POST), SenderForm(request.POST)
    if not form.is_valid() or form.destination.email is None or form.destination.is_own:
        return letter_page(request, action, form)
    if sender.is_valid():
        sender.add_error(None, ASKED_BACK[answer])
    return ways_page(request, action, form, sender)
