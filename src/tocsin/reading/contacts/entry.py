"""One entry as it is printed, before it is known where the office stands."""

from dataclasses import dataclass

from tocsin.reading.contacts.marks import Mark

Bounds = tuple[int, int]


@dataclass(frozen=True)
class Entry:
    """Offsets count in the page. `office`, `person` and `address` are bounds of their words, None where not printed.

    `said` is the stretch in which countries and accreditations of this entry are looked for; `sender` is the country
    of a mission, where only a heading above names it.
    """

    role: str
    kind: str
    start: int
    end: int
    marks: tuple[Mark, ...] = ()
    office: Bounds | None = None
    person: Bounds | None = None
    address: Bounds | None = None
    said: Bounds | None = None
    rule: str = ""
    runs_on: bool = False
    sender: str | None = None

    @property
    def has_channel(self) -> bool:
        return any(mark.kind != "url" for mark in self.marks)
