"""Whose link it is, and whether it still leads anywhere."""

import hashlib
from datetime import datetime, timedelta

from tocsin.actions.models import Action, ActionState, TranslationLink

LIFE = timedelta(days=30)


def hash_of(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


def link_of(token: str, now: datetime) -> TranslationLink | None:
    """None for a link that is not ours, was ended, taken or is older than `LIFE`, or whose action rests."""
    known = TranslationLink.objects.select_related("action__case")
    link = known.filter(token_hash=hash_of(token), ended_at=None, taken_at=None).first()
    return link if link and now < link.opened_at + LIFE and is_translated(link.action) else None


def is_translated(action: Action) -> bool:
    """What is frozen, withdrawn or closed is shown to no volunteer."""
    return action.state in (ActionState.DRAFT, ActionState.PUBLISHED) and not action.case.frozen_at
