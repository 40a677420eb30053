"""A press that adds one to a count and leaves nothing else behind."""

from django.http import HttpRequest

from tocsin.actions.models import Action
from tocsin.supporters.rate_keys import RateKeys, rate_keys

from .admit import Answer
from .form_stamp import admit_form


def admit_press(request: HttpRequest, action: Action) -> Answer:
    """TAKE for a press to count; KEEP_QUIET for one that was counted before, such as a double press.

    A mail can wait its turn, a count can't: who would be held up is asked to come again.
    """
    admission = admit_form(request, action)
    if admission.answer != Answer.TAKE:
        return admission.answer
    if admission.mail_after:
        return Answer.TOO_MANY
    return Answer.TAKE if _is_first(request.POST["stamp"]) else Answer.KEEP_QUIET


def _is_first(stamp: str, keys: RateKeys = rate_keys) -> bool:
    """In this process, in this hour."""
    return keys.count("press", stamp) == 1
