"""What a letter's page bears, signed: when it was made, and a riddle for the browser. Good for some hours, and for one letter."""

import hashlib
import secrets
from dataclasses import dataclass

from django.core import signing

# Bits that the answer's hash begins with, all zero: some 4,000 tries, under a second on a cheap phone.
BITS = 12
GOOD_FOR = 6 * 3600  # seconds
LONGEST_ANSWER = 20  # digits
_SIGNER = signing.TimestampSigner(salt="tocsin.public.stamp")


@dataclass(frozen=True)
class Stamp:
    """One that we made. `made_at` is in seconds of the epoch."""

    text: str
    made_at: float

    def is_answered(self, answer: str) -> bool:
        """Whether SHA-256 of the stamp and the answer begins with enough zero bits (Hashcash, Back 2002)."""
        if not (answer.isascii() and answer.isdigit() and len(answer) <= LONGEST_ANSWER):
            return False
        digest = hashlib.sha256(f"{self.text}:{answer}".encode()).digest()
        return int.from_bytes(digest[:4]) >> (32 - BITS) == 0


def new_stamp() -> str:
    return _SIGNER.sign(secrets.token_urlsafe(12))


def read_stamp(text: str) -> Stamp | None:
    """None for one that is not ours, or too old."""
    try:
        _SIGNER.unsign(text, max_age=GOOD_FOR)
    except signing.BadSignature:
        return None
    made_at = float(signing.b62_decode(text.rsplit(":", 2)[1]))
    return Stamp(text, made_at)
