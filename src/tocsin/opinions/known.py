"""Whom and what the rules, or a reviewer, have named already."""

from collections.abc import Iterable
from dataclasses import dataclass

from tocsin.language.names import name_key, same_person
from tocsin.terms.draft import Draft


@dataclass(frozen=True)
class Known:
    """Names of people in any part, and of organisations and offices."""

    people: frozenset[str] = frozenset()
    bodies: frozenset[str] = frozenset()

    def has_person(self, name: str) -> bool:
        return any(_is_same_person(name, other) for other in self.people)

    def has_body(self, name: str) -> bool:
        return name in self.people or any(_is_same(name, other) for other in self.bodies)

    def and_person(self, name: str) -> "Known":
        return Known(self.people | {name}, self.bodies)

    def and_body(self, name: str) -> "Known":
        return Known(self.people, self.bodies | {name})


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
    return Known(_named(people), _named(bodies))


def _named(names: Iterable[str | None]) -> frozenset[str]:
    return frozenset(name for name in names if name and name.strip())


def _is_same(one: str, other: str) -> bool:
    return same_person(one, other) or same_person(other, one)


def _is_same_person(one: str, other: str) -> bool:
    """One name within the other, or one surname with given names that may be the same ('L. Marwede')."""
    if _is_same(one, other):
        return True
    first, second = name_key(one), name_key(other)
    if len(first) < 2 or len(second) < 2 or first[-1] != second[-1]:
        return False
    return first[0].startswith(second[0]) or second[0].startswith(first[0])
