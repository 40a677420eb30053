"""What the build passes from step to step."""

from collections import Counter
from dataclasses import dataclass, field

WIKIDATA, WIKIDATA_DATE = "wikidata", "2022-11-16"
FACTBOOK, FACTBOOK_DATE = "factbook", "2026-01-22"
EMBASSY_LIKE = ("embassy", "representative_office")


@dataclass
class Contact:
    """One way to reach a mission. `repaired` says what was mended, or why the value is kept as stated."""

    channel: str
    value: str
    as_written: str
    status: str
    repaired: str
    source: str
    date: str


@dataclass
class Mission:
    """One mission as one source states it. `label` is the place as the source has it, `city` what people call it."""

    sender: str
    host: str
    city: str
    label: str
    kind: str
    style: str
    serves: list[str]
    inferred: bool
    key: str
    source: str
    date: str
    latitude: float | None = None
    longitude: float | None = None
    merged: list[str] = field(default_factory=list)
    until: str = ""
    doubt: str = ""
    contacts: list[Contact] = field(default_factory=list)

    @property
    def serves_host(self) -> bool:
        return self.host in self.serves

    def reached_by(self) -> set[tuple[str, str]]:
        return {(c.channel, c.value.lower()) for c in self.contacts if c.channel in ("phone", "email")}


class Counts(Counter[str]):
    """What the build did, and to how many rows; printed at the end, so that nothing is left out in silence."""

    def printed(self) -> str:
        return "\n".join(f"{number:6}  {what}" for what, number in sorted(self.items()))
