"""A person offers to take part; nothing counts before she confirms from her mailbox."""

from dataclasses import dataclass
from datetime import datetime, timedelta

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


def take_part(person: Person, mark: str, now: datetime) -> int | None:
    """The key of an unconfirmed supporter, or None where too many confirmations wait for this address already.

    `mark` is the fingerprint of her address in the action. The caller answers both cases alike, so that
    nobody learns from us who has taken part, and nobody's mailbox can be filled through us.
    """
    waiting = Supporter.objects.filter(fingerprint=mark, confirmed_at__isnull=True, created_at__gt=now - WAIT)
    if waiting.count() >= MOST_WAITING:
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
