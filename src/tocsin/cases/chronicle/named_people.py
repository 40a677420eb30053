"""Which people of a case a text speaks of, by their names as they may be shown."""

import re
from collections.abc import Iterable

from tocsin.cases.mask import Mask
from tocsin.cases.models import Naming
from tocsin.cases.view import PersonView

# Initials belong to many people; a withheld name must tie nothing together.
TELLS_WHO = {Naming.FULL, Naming.ALIAS}
_STEM = 4


class NamedPeople:
    def __init__(self, people: Iterable[PersonView], is_public: bool) -> None:
        self._people = [
            (person.pk, _stems(names), Mask(dict.fromkeys(names, "")))
            for person in people
            if (names := _names(person, is_public))
        ]
        known = sorted({re.escape(stem) for _pk, stems, _names in self._people for stem in stems})
        self._anybody = re.compile("|".join(known)) if known else None

    def spoken_of(self, *texts: str) -> tuple[int, ...]:
        """Keys of those whose name, or a part of it that tells who it is, stands in one of the texts."""
        said = " ".join(texts)
        folded = said.casefold()
        if self._anybody is None or not self._anybody.search(folded):
            return ()
        return tuple(
            pk
            for pk, stems, names in self._people
            if any(stem in folded for stem in stems) and names.touches(said)
        )


def _names(person: PersonView, is_public: bool) -> list[str]:
    if is_public and person.naming not in TELLS_WHO:
        return []
    others = [
        str(name) for value in person.all("aliases") for name in value.raw if isinstance(value.raw, list)
    ]
    return [name for name in (*(v.text for v in person.all("name")), *others) if name.strip()]


def _stems(names: list[str]) -> set[str]:
    """Beginnings of the words of the names: texts without one of them need no closer look."""
    return {word[:_STEM].casefold() for name in names for word in name.split() if len(word) > 2}
