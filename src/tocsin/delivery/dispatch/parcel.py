"""A letter ready to leave, and what came of it."""

from dataclasses import dataclass

from .answers import Answer
from .claim import Claim


@dataclass(frozen=True, slots=True)
class Parcel:
    """`attempts` that were made before; addresses are bare and ASCII."""

    claim: Claim
    contact_point: int
    attempts: int
    sender: str
    recipient: str
    message: bytes


@dataclass(frozen=True, slots=True)
class Outcome:
    parcel: Parcel
    answer: Answer
