"""The coordinator takes a translation, or gives it back with a word."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from tocsin.actions.access import must_draft
from tocsin.actions.edit import editing
from tocsin.actions.errors import CannotChange
from tocsin.actions.models import TranslationLink
from tocsin.actions.put import put_letter, put_translated
from tocsin.actions.words_wait.gate import WordsNeedAnother
from tocsin.actions.write_letter import plain_letter
from tocsin.cases.names import case_mask
from tocsin.members.models import Member
from tocsin.members.record import record

from .digest import BODY, LETTER, SUBJECT
from .parts import parts_of
from .type_in import faults_of
from .typed_words import words_for

LONGEST_NOTE = 500


def take(link: TranslationLink, by: Member) -> None:
    """From now on it is shown. Raises CannotChange where it is not whole or its texts changed meanwhile, PermissionDenied.

    Where a second person agrees first, the link counts as taken once she has.
    """
    try:
        _take(link, by)
    except WordsNeedAnother as needs:
        needs.wish["link"] = link.pk
        raise


def _take(link: TranslationLink, by: Member) -> None:
    with editing(link.action, by, "translation.taken", link=link.pk, language=link.language) as action:
        locked = TranslationLink.objects.select_for_update().get(pk=link.pk)
        locked.action = action
        if locked.sent_at is None or locked.taken_at or locked.ended_at:
            raise CannotChange(_("It was not sent, or somebody has decided about it."))
        parts = parts_of(action)
        if any(faults_of(locked, part, is_whole=True) for part in parts):
            raise CannotChange(
                _("The action was changed since: give it back, so that what is new is translated.")
            )
        mask = case_mask(action.case)
        if any(mask.touches(words_for(locked, part)) for part in parts):
            raise CannotChange(_("A name that the case withholds stands in it: give it back."))
        letters: dict[str, dict[str, str]] = {}
        for part in parts:
            name, _colon, capacity = part.name.partition(":")
            if name in LETTER:
                letters.setdefault(capacity, {})[name] = words_for(locked, part)
            else:
                put_translated(action, locked.language, part.of, words_for(locked, part).strip())
        for capacity, words in letters.items():
            put_letter(action, locked.language, capacity, *plain_letter(words[SUBJECT], words[BODY]))
        locked.taken_at = timezone.now()
        locked.save(update_fields=["taken_at"])


@transaction.atomic
def give_back(link: TranslationLink, note: str, by: Member) -> None:
    """She reads the note under her link, and goes on. Raises CannotChange without one."""
    must_draft(link.action.case, by)
    if not note.strip():
        raise CannotChange(_("Say in a sentence what is to be mended."))
    link.note, link.sent_at = " ".join(note.split())[:LONGEST_NOTE], None
    link.save(update_fields=["note", "sent_at"])
    record("translation.given_back", link.action, by, link=link.pk)
