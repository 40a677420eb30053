"""Offices as routing needs them: where they stand, whom they answer to, how they are reached, and who says so."""

from dataclasses import dataclass
from typing import Literal

ChannelName = Literal["email", "post", "fax", "phone"]
MISSIONS = frozenset({"embassy", "consulate", "permanent_mission"})
UNITED_NATIONS = "UN"


@dataclass(frozen=True)
class Told:
    """Where a statement comes from. `kind` is appeal (as printed), reviewer (confirmed for the case) or directory.

    `date` is EDTF: when the appeal was published, the reviewer confirmed, the directory was made.
    """

    kind: Literal["appeal", "reviewer", "directory"]
    source: str
    date: str | None = None

    @property
    def is_confirmed(self) -> bool:
        return self.kind == "reviewer"


@dataclass(frozen=True)
class Accreditation:
    """That an office answers to a country (ISO alpha-2, or UN): listed under its name, or covered besides others."""

    serves: str
    told: Told
    basis: Literal["listed", "covers"] = "listed"


@dataclass(frozen=True)
class Reach:
    """One way to reach an office. `value` is ready for use, `as_written` is what was printed."""

    channel: ChannelName
    value: str
    told: Told
    as_written: str = ""
    repaired: str | None = None

    @property
    def is_confirmed(self) -> bool:
        return self.told.is_confirmed


@dataclass(frozen=True)
class Office:
    """`kind` is an office kind of the draft schema; `target` is whatever key the caller knows the office by."""

    name: str
    kind: str
    of_country: str | None
    in_country: str | None
    city: str | None
    told: Told
    accreditations: tuple[Accreditation, ...] = ()
    reaches: tuple[Reach, ...] = ()
    redacted_emails: int = 0
    target: int | None = None

    @property
    def is_mission(self) -> bool:
        return self.kind in MISSIONS
