"""A date found in a text."""

from dataclasses import dataclass


@dataclass(frozen=True)
class FoundDate:
    """`edtf` ends in '?' where year, month or day were inferred; `rule` says how. Offsets count in the text searched."""

    start: int
    end: int
    edtf: str
    rule: str

    @property
    def has_day(self) -> bool:
        return len(self.edtf.split("/")[0].rstrip("?")) == 10

    @property
    def year_is_unknown(self) -> bool:
        return self.edtf.startswith("X")
