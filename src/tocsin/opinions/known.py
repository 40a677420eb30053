"""Whom and what the rules, or a reviewer, have named already."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from tocsin.language.name_keys import name_key, same_person
from tocsin.terms.draft import Draft


@dataclass(frozen=True)
class Known:
    """Names of people in any part, and of organisations and offices. `language` tells which endings names take."""

    people: frozenset[str] = frozenset()
    bodies: frozenset[str] = frozenset()
    language: str = "en"

    def has_person(self, name: str) -> bool:
        """By a part of the name, or by one surname with given names that may be the same ('L. Marwede')."""
        return any(self._is_one(name, other) or self._shares_surname(name, other) for other in self.people)

    def has_body(self, name: str) -> bool:
        return name in self.people or any(self._is_one(name, other) for other in self.bodies)

    def and_person(self, name: str) -> "Known":
        return replace(self, people=self.people | {name})

    def and_body(self, name: str) -> "Known":
        return replace(self, bodies=self.bodies | {name})

    def _is_one(self, one: str, other: str) -> bool:
        return same_person(one, other, self.language) or same_person(other, one, self.language)

    def _shares_surname(self, one: str, other: str) -> bool:
        first, second = name_key(one, self.language), name_key(other, self.language)
        if len(first) < 2 or len(second) < 2 or first[-1] != second[-1]:
            return False
        return first[0].startswith(second[0]) or second[0].startswith(first[0])


def known_in(draft: Draft) -> Known:
    """All that a draft names, whatever part it gives them."""
    people = [
        *(name for person in draft.people for name in (person.name, *person.aliases)),
        *(official.name for official in draft.officials),
        *(contact.person for contact in draft.contacts),
        *(name for said in draft.statements for name in (said.speaker, said.about)),
        *(demand.by for demand in draft.demands),
        *(ask.by for ask in draft.asks),
        *(name for incident in draft.incidents for name in (*incident.affected, *incident.actors)),
    ]
    bodies = [
        *(organisation.name for organisation in draft.organisations),
        *(contact.office for contact in draft.contacts),
        *(official.office for official in draft.officials),
    ]
    return Known(_named(people), _named(bodies), plain_language(draft.source.language))


def _named(names: Iterable[str | None]) -> frozenset[str]:
    return frozenset(name for name in names if name and name.strip())


def plain_language(tag: str | None) -> str:
    """'pt' of 'pt-BR'; English where it could not be told."""
    return (tag or "en").split("-")[0]
