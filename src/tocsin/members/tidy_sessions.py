"""Forgetting sessions that are over, and with them who signed in when."""

from typing import Any

from django.contrib.sessions.backends.db import SessionStore


def tidy_sessions(payload: dict[str, Any]) -> None:
    """Does a job of kind `members.tidy_sessions`."""
    SessionStore.clear_expired()
