"""Forgetting the messages in the local folder: they hold names and addresses."""

from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.utils import timezone

# As long as an unconfirmed letter: a confirmed one stays in the database, and can be sent from there.
MESSAGES_STAY = timedelta(hours=72)


def tidy_folder(payload: dict[str, Any], now: datetime | None = None) -> None:
    """Does a job of kind `post.tidy_folder`."""
    oldest = ((now or timezone.now()) - MESSAGES_STAY).timestamp()
    for file in settings.MAIL_FOLDER.glob("*.eml"):
        if file.stat().st_mtime < oldest:
            file.unlink(missing_ok=True)
