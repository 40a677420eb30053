"""What a list would change, told before it does."""

from collections import Counter
from dataclasses import dataclass, field
from typing import Literal

from ..models import Office
from .listing import Bad


@dataclass(frozen=True)
class Change:
    """`kept`: the list says `new`, but a person has confirmed otherwise, or taken it away."""

    kind: Literal["new", "changed", "gone", "kept"]
    office: str
    of_country: str
    what: str = ""
    old: str = ""
    new: str = ""

    @classmethod
    def added(cls, office: Office) -> "Change":
        return cls("new", str(office), office.of_country)

    @classmethod
    def changed(cls, office: Office, what: str, old: str, new: str) -> "Change":
        return cls("changed", str(office), office.of_country, what, old, new)

    @classmethod
    def gone(cls, office: Office) -> "Change":
        return cls("gone", str(office), office.of_country)

    @classmethod
    def kept(cls, office: Office, what: str, old: str, new: str) -> "Change":
        return cls("kept", str(office), office.of_country, what, old, new)


@dataclass
class Changes:
    """`restated` offices stay as they are under a newer date; `older` rows say what their source has since replaced."""

    told: list[Change] = field(default_factory=list)
    bad: list[Bad] = field(default_factory=list)
    restated: int = 0
    older: int = 0

    def of_kind(self, kind: str) -> list[Change]:
        return [change for change in self.told if change.kind == kind]

    @property
    def counts(self) -> dict[str, int]:
        """Offices, not single changes."""
        offices = Counter(kind for kind, _, _ in {(c.kind, c.of_country, c.office) for c in self.told})
        kinds = {kind: offices[kind] for kind in ("new", "changed", "gone", "kept")}
        return {**kinds, "restated": self.restated, "older": self.older}
