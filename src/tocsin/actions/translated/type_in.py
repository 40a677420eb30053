"""What a volunteer types: kept as it is, and sent once it is whole."""

from collections.abc import Mapping

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from tocsin.actions.models import TranslationLink
from tocsin.members.record import record

from .check import faults_in
from .parts import Part, parts_of


@transaction.atomic
def keep_typed(link: TranslationLink, typed: Mapping[str, str]) -> None:
    """By `of`. Whatever it is, so that nothing is lost; what is no text of the action any more is left out."""
    locked = TranslationLink.objects.select_for_update().get(pk=link.pk)
    parts = {part.of: part for part in parts_of(link.action)}
    locked.typed = {
        of: _plain(typed[of])[: part.longest] if of in typed else locked.typed.get(of, "")
        for of, part in parts.items()
    }
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
    text = link.typed.get(part.of, "")
    if is_whole and not text.strip():
        return [_("This text is not translated yet.")]
    return faults_in(part.source, text)


def _plain(typed: str) -> str:
    return typed.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "")
