"""A person offers to take part; nothing counts before she confirms from her mailbox."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import connection

from tocsin.jobs.insert import insert
from tocsin.supporters.models import Supporter

# How long a confirmation is waited for, and how many may wait for one address in one action at a time.
WAIT = timedelta(hours=72)
MOST_WAITING = 3


@dataclass(frozen=True)
class Person:
    """What a supporter tells of herself. `country` is ISO 3166-1 alpha-2, `language` BCP 47."""

    name: str
    email: str
    country: str
    language: str


@dataclass(frozen=True)
class Known:
    """What is known of an address in one action: the key of its confirmed supporter, and how many letters wait."""

    confirmed: int | None = None
    waiting: int = 0


# By hand, as a bench asks for: this is asked for each letter of a spike.
_KNOWN = """
    SELECT max(CASE WHEN confirmed_at IS NULL THEN NULL ELSE id END),
           count(CASE WHEN confirmed_at IS NULL AND created_at > %s THEN 1 END)
    FROM supporters_supporter WHERE fingerprint = %s
"""


def known_of(mark: str, now: datetime) -> Known:
    """`mark` is the fingerprint of the address in the action."""
    since = connection.ops.adapt_datetimefield_value(now - WAIT)
    with connection.cursor() as cursor:
        cursor.execute(_KNOWN, [since, mark])
        return Known(*cursor.fetchone())


def take_part(person: Person, mark: str, known: Known, now: datetime) -> int | None:
    """The key of an unconfirmed supporter, or None where too many confirmations wait for this address already.

    The caller answers both cases alike, so that nobody learns from us who has taken part, and nobody's
    mailbox can be filled through us.
    """
    if known.waiting >= MOST_WAITING:
        return None
    return insert(
        Supporter,
        fingerprint=mark,
        name=person.name,
        email=person.email,
        country=person.country,
        language=person.language,
        created_at=now,
        asked_at=now,
    )
