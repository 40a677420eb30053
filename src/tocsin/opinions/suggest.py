"""Located findings -> suggestions in the field's own terms, of whom and what the rules had not named."""

from tocsin.language.lexicon import lexicon
from tocsin.terms.draft import draft_schema
from tocsin.terms.people import Official, Organisation, Person
from tocsin.terms.span import FieldSpans

from .asked import Asked, Opinion
from .candidate import Candidate, is_body, is_person, without_title

MOST_OF_A_KIND = 10
# Below 0.5 is a suggestion; a reader that says what happened to somebody says more than a name.
WITH_STATUS, WITHOUT = 0.4, 0.3


def suggestions(found: list[Candidate], asked: Asked, reader: str) -> Opinion:
    """Each name once, at most ten of a kind, in the order in which the reader gave them."""
    gathering = _Gathering(found, asked, reader)
    for each in found:
        if each.finding.kind == "organisation":
            gathering.take_body(each)
        elif each.finding.kind in ("person", "official"):
            gathering.take_person(each)
    return Opinion(
        reader, tuple(gathering.people), tuple(gathering.officials), tuple(gathering.organisations)
    )


class _Gathering:
    """What is suggested so far, and with it what is known by now."""

    def __init__(self, found: list[Candidate], asked: Asked, reader: str) -> None:
        self.places = frozenset(each.name for each in found if each.finding.kind == "place")
        self.words, self.known, self.reader = lexicon(asked.language), asked.known, reader
        self.people: list[Person] = []
        self.officials: list[Official] = []
        self.organisations: list[Organisation] = []

    def take_body(self, found: Candidate) -> None:
        is_new = found.name not in self.places and not self.known.has_body(found.name)
        if is_new and is_body(found.name, self.words) and len(self.organisations) < MOST_OF_A_KIND:
            self.organisations.append(self._organisation(found))
            self.known = self.known.and_body(found.name)

    def take_person(self, found: Candidate) -> None:
        named = without_title(found, self.words)
        is_new = named.name not in self.places and not self.known.has_person(named.name)
        if not is_new or not is_person(named.name, self.words):
            return
        if found.finding.kind == "person" and len(self.people) < MOST_OF_A_KIND:
            self.people.append(self._person(named))
        elif found.finding.kind == "official" and named.role and len(self.officials) < MOST_OF_A_KIND:
            self.officials.append(self._official(named, named.role))
        else:
            return
        self.known = self.known.and_person(named.name)

    def _person(self, found: Candidate) -> Person:
        status = found.finding.status if found.finding.status in _statuses() else None
        fields: FieldSpans = {"status": (found.quote,)}
        if found.role_at:
            fields["role"] = (found.role_at,)
        return Person(
            name=found.name,
            role=found.role,
            status=status or "other",
            spans=(found.name_at,),
            field_spans=fields,
            confidence=WITH_STATUS if status else WITHOUT,
            rule=self._rule("a person"),
        )

    def _official(self, found: Candidate, office: str) -> Official:
        fields: FieldSpans = {"office": (found.role_at,)} if found.role_at else {}
        return Official(found.name, office, (found.name_at,), fields, WITHOUT, self._rule("an office holder"))

    def _organisation(self, found: Candidate) -> Organisation:
        fields: FieldSpans = {"kind": (found.quote,)}
        rule = self._rule("an organisation")
        return Organisation(found.name, "other", (found.name_at,), fields, WITHOUT, rule)

    def _rule(self, what: str) -> str:
        return f"second opinion of {self.reader}: {what} that the rules did not name"


def _statuses() -> frozenset[str]:
    return frozenset(draft_schema()["$defs"]["status"]["enum"])
