"""Inviting a volunteer to translate an action, and ending her link."""

import secrets

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from tocsin.actions.access import must_draft
from tocsin.actions.errors import CannotChange
from tocsin.actions.models import Action, TranslationLink
from tocsin.members.models import Member
from tocsin.members.record import record

from .links import hash_of, is_translated


@transaction.atomic
def open_link(action: Action, language: str, by: Member) -> str:
    """The token of a new link, which nobody can look up again: we keep its hash. Raises CannotChange, PermissionDenied."""
    must_draft(action.case, by)
    if language == action.language:
        raise CannotChange(_("The action is written in this language."))
    if not is_translated(action):
        raise CannotChange(_("This action rests: nobody translates it now."))
    if action.letter_in(action.language) is None:
        raise CannotChange(_("Write the letter in the action’s own language first: it is translated too."))
    token = secrets.token_urlsafe(18)
    link = TranslationLink.objects.create(
        action=action, language=language, token_hash=hash_of(token), opened_by=by
    )
    record("translation.opened", action, by, link=link.pk, language=language)
    return token


@transaction.atomic
def end_link(link: TranslationLink, by: Member) -> None:
    """It leads nowhere any more. What was taken of it stays."""
    must_draft(link.action.case, by)
    if link.ended_at is None:
        link.ended_at = timezone.now()
        link.save(update_fields=["ended_at"])
        record("translation.ended", link.action, by, link=link.pk)
