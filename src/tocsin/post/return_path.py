"""The address that a mail comes back to names what it was, signed: nobody can make a letter of ours bounce.

`bounces+d7k-abcdefghijklmnop@our.domain` (a variable envelope return path, VERP): lower case, since servers on the way
may change the case of letters, and short, since what stands before the @ may hold 64 characters (RFC 5321, 4.5.3.1.1).
"""

import hashlib
import hmac
import re
from base64 import b32encode
from enum import Enum
from typing import NamedTuple

from django.conf import settings

from .message_id import our_address

_TOKEN = re.compile(r"\b([a-z])([0-9]{1,15})-([a-z2-7]{16})\b", re.IGNORECASE)


class Kind(Enum):
    """What came back."""

    DELIVERY = "d"
    SUPPORTER = "s"  # a mail of ours to her
    FOLLOWER = "f"  # the same, to somebody on the list for the next appeal


class Returned(NamedTuple):
    """`number` is the primary key of the delivery, supporter or follower."""

    kind: Kind
    number: int


_KINDS = {kind.value for kind in Kind}


def token(kind: Kind, number: int) -> str:
    """Stands for it wherever others hand it back to us."""
    named = f"{kind.value}{number}"
    return f"{named}-{_seal(named)}"


def return_path(about: str = "") -> str:
    """The envelope sender: with the token `about` where mail that comes back can be told apart, else our plain address."""
    if not (settings.BOUNCES and about):
        return settings.BOUNCES or our_address()
    local, _at, domain = settings.BOUNCES.rpartition("@")
    return f"{local}+{about}@{domain}"


def token_of(sender: str) -> str:
    """The token that an envelope sender holds; empty where it holds none."""
    return sender.rpartition("@")[0].partition("+")[2]


def tokens_in(text: str) -> list[Returned]:
    """What the genuine tokens in a text stand for, in their order; a forged one stands for nothing."""
    found = dict.fromkeys(match.groups() for match in _TOKEN.finditer(text))
    read = (_read(kind.lower(), number, seal.lower()) for kind, number, seal in found)
    return [returned for returned in read if returned]


def _read(kind: str, number: str, seal: str) -> Returned | None:
    if not hmac.compare_digest(seal, _seal(f"{kind}{number}")) or kind not in _KINDS:
        return None
    return Returned(Kind(kind), int(number))


def _seal(named: str) -> str:
    """Eighty bits: nobody guesses them by sending us mail."""
    whole = hmac.digest(settings.SECRET_KEY.encode(), b"return path\n" + named.encode(), hashlib.sha256)
    return b32encode(whole[:10]).decode().lower()
