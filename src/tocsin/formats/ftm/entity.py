"""One FollowTheMoney entity as one source has it."""

import json
from dataclasses import dataclass, field
from typing import Any

from tocsin.terms.case_file import CaseFile


@dataclass
class Entity:
    """What `dataset` says of the entity `id`. The same id in another dataset is the same thing by another source."""

    id: str
    schema: str
    dataset: str
    properties: dict[str, list[str]] = field(default_factory=dict)

    def add(self, name: str, *values: object) -> None:
        """Adds what is not empty and not there yet."""
        for value in map(str, filter(None, values)):
            if value not in self.properties.setdefault(name, []):
                self.properties[name].append(value)
        if not self.properties.get(name):
            self.properties.pop(name, None)

    def line(self) -> str:
        return json.dumps(self.as_json(), ensure_ascii=False) + "\n"

    def as_json(self) -> dict[str, Any]:
        return {
            "id": self.id,
            "schema": self.schema,
            "properties": self.properties,
            "datasets": [self.dataset],
        }


class Names:
    """Ids and data sets of one case. Data sets: one an exhibit, one an inquiry, one for what the editors say."""

    def __init__(self, case: CaseFile) -> None:
        self._case = case.key

    def exhibit(self, number: int) -> str:
        return f"tocsin-c{self._case}-exhibit{number}"

    def subject(self, key: int, part: str = "") -> str:
        return f"tocsin-c{self._case}-subject{key}{part}"

    def office(self, number: int) -> str:
        return f"tocsin-c{self._case}-inquiry{number}-office"

    def inquiry(self, number: int) -> str:
        return f"tocsin-c{self._case}-inquiry{number}"

    def dataset(self, exhibit: int | None = None, inquiry: int | None = None) -> str:
        if exhibit:
            return f"tocsin_c{self._case}_s{exhibit}"
        return f"tocsin_c{self._case}_i{inquiry}" if inquiry else f"tocsin_c{self._case}_desk"
