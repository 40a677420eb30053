"""What a volunteer types: kept as it is, and sent once it is whole."""

import re
from collections.abc import Mapping

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from tocsin.actions.models import TranslationLink
from tocsin.members.record import record

from .check import faults_in
from .parts import Part, parts_of
from .typed_words import key_of, of_key, words_for

# In characters, and in texts: whoever has the link cannot fill the disk.
KEPT, MOST_TEXTS = 100_000, 300
_DIGEST = re.compile(r"[0-9a-f]{64}")


@transaction.atomic
def keep_typed(link: TranslationLink, typed: Mapping[str, str]) -> None:
    """By digest. Whatever it is, so that nothing is lost; also what is for a text that was changed since."""
    locked = TranslationLink.objects.select_for_update().get(pk=link.pk)
    there = {part.of: part.name for part in parts_of(link.action)}
    names = {of: name for name, of in map(of_key, locked.typed)} | there
    words = {of_key(key)[1]: text for key, text in locked.typed.items()}
    for of, text in typed.items():
        is_late = of not in there and text.strip() and _DIGEST.fullmatch(of)
        if of in there or (is_late and (of in names or len(words) < MOST_TEXTS)):
            words[of] = _plain(text)[:KEPT]
    locked.typed = {key_of(names.get(of, ""), of): text for of, text in words.items() if text}
    locked.sent_at = None
    locked.save(update_fields=["typed", "sent_at"])
    link.typed, link.sent_at = locked.typed, None


@transaction.atomic
def send_typed(link: TranslationLink) -> dict[str, list[str]]:
    """Hands it to the desk. What hinders, by `of`; empty where it is sent."""
    parts = parts_of(link.action)
    if faults := {part.of: found for part in parts if (found := faults_of(link, part, is_whole=True))}:
        return faults
    link.sent_at = timezone.now()
    link.save(update_fields=["sent_at"])
    record("translation.sent", link.action, None, link=link.pk, language=link.language)
    return {}


def faults_of(link: TranslationLink, part: Part, is_whole: bool = False) -> list[str]:
    """Of what she typed for one text. `is_whole`: an empty one is a fault, too."""
    text = words_for(link, part)
    if is_whole and not text.strip():
        return [_("This text is not translated yet.")]
    if len(text) > part.longest:
        return [_("It is too long: at most %(most)s characters have room here.") % {"most": part.longest}]
    return faults_in(part.source, text)


def _plain(typed: str) -> str:
    return typed.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "")
