"""What the page of a letter bears, signed: when it was made, where its letter may go, and a riddle for the browser.

It is good for some hours and for one letter. Since it says where the letter goes, nothing has to be worked out
again when the letter comes back, however many come at once.
"""

import hashlib
import secrets
from dataclasses import dataclass

from django.core import signing

from tocsin.delivery.take_letter import To

# Bits that the answer's hash begins with, all zero: some 4,000 tries, under a second on a cheap phone.
BITS = 12
OF_NO_ACTION = 0
GOOD_FOR = 6 * 3600  # seconds
LONGEST_ANSWER = 20  # digits
_SIGNER = signing.TimestampSigner(salt="tocsin.public.stamp", sep="~")


@dataclass(frozen=True)
class Where:
    """The action, by its key or OF_NO_ACTION; the supporter's country (ISO 3166-1 alpha-2); the office that answers to it, and who gets copies."""

    action: int
    country: str
    to: To
    copies: tuple[To, ...] = ()


@dataclass(frozen=True)
class Stamp:
    """One that we made. `made_at` is in seconds of the epoch."""

    text: str
    made_at: float
    where: Where

    def is_answered(self, answer: str) -> bool:
        """Whether SHA-256 of the stamp and the answer begins with enough zero bits (Hashcash, Back 2002)."""
        if not (answer.isascii() and answer.isdigit() and len(answer) <= LONGEST_ANSWER):
            return False
        digest = hashlib.sha256(f"{self.text}:{answer}".encode()).digest()
        return int.from_bytes(digest[:4]) >> (32 - BITS) == 0


def new_stamp(where: Where) -> str:
    offices = ".".join(f"{to.target}-{to.contact_point}" for to in (where.to, *where.copies))
    return _SIGNER.sign(f"{secrets.token_urlsafe(12)}~{where.action}~{where.country}~{offices}")


def read_stamp(text: str) -> Stamp | None:
    """None for one that is not ours, or too old."""
    try:
        _, action, country, offices = _SIGNER.unsign(text, max_age=GOOD_FOR).split("~")
    except signing.BadSignature:
        return None
    to, *copies = (_to(office) for office in offices.split("."))
    made_at = float(signing.b62_decode(text.rsplit("~", 2)[1]))
    return Stamp(text, made_at, Where(int(action), country, to, tuple(copies)))


def _to(office: str) -> To:
    target, _, contact_point = office.partition("-")
    return To(int(target), int(contact_point))
