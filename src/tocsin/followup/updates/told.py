"""What everybody may read of updates: those that were sent, as they were sent, names that the case withholds left out."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from tocsin.actions.models import Action
from tocsin.cases.names import case_mask
from tocsin.followup.models import Update

from .audience import language_for


@dataclass(frozen=True)
class ToldUpdate:
    number: int
    subject: str
    body: str
    language: str
    sent_at: datetime


def updates_told(action: Action, language: str) -> list[ToldUpdate]:
    """In `language` where they were written in it, else in the action's own. The newest first."""
    mask = case_mask(action.case)
    sent = Update.objects.filter(action=action, sent_at__isnull=False).prefetch_related("texts")
    return [told for update in sent if (told := _told(update, language, action.language, mask.text))]


def _told(update: Update, language: str, own: str, masked: Callable[[str], str]) -> ToldUpdate | None:
    texts = {text.language: text for text in update.texts.all()}
    text = texts.get(language_for(language, texts, own))
    if text is None or update.sent_at is None:
        return None
    return ToldUpdate(update.pk, masked(text.subject), masked(text.body), text.language, update.sent_at)
