"""Offices as routing needs them: where they stand, whom they answer to, how they are reached, and who says so."""

from dataclasses import dataclass
from functools import cached_property
from typing import Literal

ChannelName = Literal["email", "post", "fax", "phone", "web"]
BasisName = Literal["listed", "covers", "stated"]
TellerKind = Literal["appeal", "reviewer", "official", "directory", "generic"]
MISSIONS = frozenset({"embassy", "consulate", "permanent_mission", "representative_office"})
UNITED_NATIONS = "UN"

ExceptionKind = Literal[
    "interests_section",
    "protecting_power",
    "un_only",
    "un_mission_is_embassy",
    "no_relations",
    "suspended",
    "closed",
    "relocated",
    "cross",
    "consulate_covers",
    "de_facto",
    "home_based",
    "resident",
]


@dataclass(frozen=True)
class Told:
    """Where a statement comes from.

    `kind` is appeal (as printed), reviewer (confirmed by a person of ours), official (a government's own list),
    directory (Wikidata and the like) or generic (a rule of the field; no source speaks of this office).
    `date` is EDTF: when the appeal was published, the reviewer confirmed, the list was made.
    """

    kind: TellerKind
    source: str
    date: str | None = None

    @property
    def is_confirmed(self) -> bool:
        return self.kind == "reviewer"

    @property
    def is_shipped(self) -> bool:
        """From the directory's own tables rather than from a case."""
        return self.kind in ("official", "directory", "generic")


@dataclass(frozen=True)
class Accreditation:
    """That an office answers to a country (ISO alpha-2, or UN).

    `basis`: listed under its name, covered besides others, or stated by a directory. `valid_from` and `valid_to` are
    EDTF; where nothing is said of the beginning, it holds from the date of its source.
    """

    serves: str
    told: Told
    basis: BasisName = "listed"
    valid_from: str | None = None
    valid_to: str | None = None


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
    """`kind` is an office kind of the draft schema, or representative_office: one that does an embassy's work and is none.

    `target` is whatever key the caller knows the office by, `key` that of a shipped row; `owns` names the company
    that this one is the parent of, `buys_from` the one that it buys from, `related` who says so. `label` is a place as the source has it, where `city` says what people call it.
    `doubt` says why it is not sure that the office exists or serves whom it is said to; empty where nothing speaks against it.
    """

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
    key: str = ""
    owns: str = ""
    buys_from: str = ""
    is_employer: bool = False
    related: Told | None = None
    label: str = ""
    latitude: float | None = None
    longitude: float | None = None
    doubt: str = ""

    @property
    def is_mission(self) -> bool:
        return self.kind in MISSIONS

    @cached_property
    def serves(self) -> frozenset[str]:
        """All that it is said to answer to, at whatever time."""
        return frozenset(a.serves for a in self.accreditations)


@dataclass(frozen=True)
class Exceptional:
    """A stated departure from the rule that a state's embassy in a country answers for it there.

    `host` is the country whose embassy gives shelter or help, else the one that the office stands in; empty where the
    source names no office. `note` is what the source says, in short. Dates are EDTF.
    """

    sender: str
    receiver: str
    kind: ExceptionKind
    host: str
    city: str
    note: str
    told: Told
    valid_from: str | None = None
    valid_to: str | None = None
