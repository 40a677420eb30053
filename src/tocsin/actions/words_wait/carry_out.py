"""Saying what two people agreed on, at once."""

from django.utils import timezone

from tocsin.cases.models import Case
from tocsin.members.models import SecondPersonRequest

from ..edit import editing
from ..put import put
from ..second_person import agreed_on, asked_action
from .ask import words_of
from .gate import ACT


def carry_out(case: Case, request: SecondPersonRequest) -> None:
    """In the name of whoever asked. Raises CannotAgree where it can be done no more."""
    action = asked_action(case, request)
    words = words_of(request)
    link = words.pop("link", None)
    with agreed_on(action, request), editing(action, request.asked_by, ACT, is_agreed=True) as changed:
        put(changed, words)
        sent = changed.translation_links.filter(pk=link, sent_at__isnull=False, taken_at=None)
        sent.update(taken_at=timezone.now())
