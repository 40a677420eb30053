"""Sending an action's letter to the member who checks it."""

from django.db import transaction
from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from tocsin.members.models import Member
from tocsin.members.record import record
from tocsin.post.queue_mail import queue_mail

from .access import must_draft
from .errors import CannotChange
from .models import Action


@transaction.atomic
def send_test(action: Action, by: Member, language: str = "") -> str:
    """Queues the letter in `language` to the member's own address, and to nobody else; gives that address.

    Raises CannotChange where there is no such letter.
    """
    must_draft(action.case, by)
    letter = action.letter_in(language or action.language)
    if letter is None:
        raise CannotChange(_("There is no letter to test: write it first."))
    text = render_to_string("actions/test_letter.txt", {"action": action, "letter": letter})
    queue_mail(by.email, _("Test: %(subject)s") % {"subject": letter.subject}, text)
    record("action.test_sent", action, by, language=letter.language)
    return by.email
