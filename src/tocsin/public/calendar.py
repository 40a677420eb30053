"""Gatherings as calendar entries: one file for each, one to follow for all of an action."""

from collections.abc import Iterable
from datetime import UTC
from urllib.parse import urlsplit

from django.conf import settings
from django.utils.translation import gettext as _

from tocsin.actions.asks.gather.view import CalledOff, GatheringView
from tocsin.formats.calendar_file import Entry, calendar_file
from tocsin.look.languages import open_path


def calendar_of(name: str, gatherings: Iterable[GatheringView], gone: Iterable[CalledOff] = ()) -> str:
    """`name` is what the calendar is called, withheld names replaced. `gone` are taken out of calendars that have them."""
    return calendar_file(name, [*map(_entry, gatherings), *map(_cancelled, gone)])


def _entry(gathering: GatheringView) -> Entry:
    return Entry(
        uid=_uid(gathering.code),
        starts_at=gathering.starts_at,
        ends_at=gathering.ends_at if gathering.has_end else None,
        changed_at=gathering.changed_at,
        sequence=gathering.version,
        title=gathering.title,
        place=gathering.link if gathering.is_online else _where(gathering),
        words=_words(gathering),
        url=settings.PUBLIC_URL + open_path("gathering", gathering.code),
    )


def _where(gathering: GatheringView) -> str:
    return ", ".join(words for words in (gathering.place, gathering.country_name) if words)


def _words(gathering: GatheringView) -> str:
    labelled = (
        (_("Languages"), gathering.languages),
        (_("Access"), gathering.accessibility),
        (_("Bring"), gathering.bring),
    )
    return "\n".join(f"{label}: {words}" for label, words in labelled if words)


def _cancelled(gone: CalledOff) -> Entry:
    """Newer than whatever a calendar has of it. In UTC, since a zone tells where it was."""
    return Entry(
        uid=_uid(gone.code),
        starts_at=gone.starts_at.astimezone(UTC),
        ends_at=gone.ends_at.astimezone(UTC),
        changed_at=gone.changed_at,
        sequence=gone.version + 1,
        title=_("Called off"),
        is_cancelled=True,
    )


def _uid(code: str) -> str:
    return f"{code}@{urlsplit(settings.PUBLIC_URL).hostname}"
