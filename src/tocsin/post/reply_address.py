"""The address that an office answers to names our letter, signed: `replies+r7t20779-abcdefghijklmnop@our.domain`.

`r7` is the delivery, `t20779` the day of the letter (days since 1970): so a seal has an end. Who answers holds the seal,
and so does whoever the letter was passed on to: it proves that a mail answers our letter, never who wrote it.
"""

import hashlib
import hmac
import re
from base64 import b32encode
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum

from django.conf import settings

# Offices are slow; after more than a year nobody can tell an answer from a find.
VALID = timedelta(days=400)
_EPOCH = date(1970, 1, 1)
_TOKEN = re.compile(r"\br([0-9]{1,15})t([0-9]{1,6})-([a-z2-7]{16})\b", re.IGNORECASE)


class Trust(Enum):
    """What a reply's address is worth."""

    GENUINE = "genuine"
    EXPIRED = "expired"
    FORGED = "forged"
    UNNAMED = "names nothing"


@dataclass(frozen=True, slots=True)
class Named:
    """`delivery` is its primary key where the seal is ours, else 0."""

    trust: Trust
    delivery: int = 0


def reply_address(delivery: int, written_on: date) -> str:
    """Empty where no mailbox for answers is set."""
    local, at, domain = settings.REPLIES.rpartition("@")
    if not at:
        return ""
    named = f"r{delivery}t{(written_on - _EPOCH).days}"
    return f"{local}+{named}-{_seal(named)}@{domain}"


def named_in(addresses: str, today: date) -> Named:
    """The best that the tokens in a text say: a genuine one before one that has expired, before a forged one."""
    read = [_read(match[1], match[2], match[3], today) for match in _TOKEN.finditer(addresses)]
    order = list(Trust)
    return min(read, key=lambda named: order.index(named.trust), default=Named(Trust.UNNAMED))


def _read(delivery: str, day: str, seal: str, today: date) -> Named:
    if not hmac.compare_digest(seal.lower(), _seal(f"r{delivery}t{day}")):
        return Named(Trust.FORGED)
    is_old = today - _EPOCH > timedelta(days=int(day)) + VALID
    return Named(Trust.EXPIRED if is_old else Trust.GENUINE, int(delivery))


def _seal(named: str) -> str:
    """Eighty bits, of another use than those of the return path."""
    whole = hmac.digest(settings.SECRET_KEY.encode(), b"reply address\n" + named.encode(), hashlib.sha256)
    return b32encode(whole[:10]).decode().lower()
