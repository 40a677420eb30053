"""Invented reports as drafts: one person, one incident, one statement and one demand each, or as many as are asked for."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from random import Random

from tocsin.terms.calls import Demand
from tocsin.terms.count import Count
from tocsin.terms.draft import Draft, EventCountry, Placed, Source
from tocsin.terms.incidents import Incident, Place
from tocsin.terms.people import Person
from tocsin.terms.span import Span
from tocsin.terms.statements import Passage, Statement

from .words import TONGUES, VOCABULARY, people, vocabulary, weights

LENGTH = 240  # words
_TYPES = ("arrest", "strike", "trial_hearing", "hunger_strike", "picket")
_STATES = ("detained", "charged", "sentenced", "released", "missing")
_PLACES = (("Aktau", 43.65, 51.16), ("Atyrau", 47.1, 51.92), ("Oral", 51.23, 51.37), ("Oskemen", 49.97, 82.6))


@dataclass(frozen=True)
class Told:
    """How much one report tells of."""

    people: int = 1
    incidents: int = 1


USUAL = Told()


class Writer:
    """Writes reports one after another, the same ones in each run."""

    def __init__(self, seed: int = 5) -> None:
        self._chance = Random(seed)
        self._names = people(self._chance)
        self._tables = {t.language: vocabulary(t) for t in TONGUES}
        self._weights = weights(VOCABULARY)
        self._written = 0

    def draft(self, told: Told = USUAL) -> Draft:
        self._written += 1
        tongue = self._chance.choices(TONGUES, [t.share for t in TONGUES])[0]
        words = self._chance.choices(self._tables[tongue.language], cum_weights=self._weights, k=LENGTH)
        names = [next(self._names) for _ in range(told.people)]
        headline = tongue.between.join(words[:8]).capitalize()
        body = tongue.between.join(words[8:])
        text = f"{headline}\n\n{', '.join(names)}. {body}\n"
        day = self._day()
        head, rest = Span(0, len(headline)), Span(len(headline) + 2, len(text) - 1)
        return Draft(
            source=self._source(text, tongue.language, day),
            headline=Passage(headline, (head,)),
            country=EventCountry("KZ", (head,)),
            people=tuple(self._person(name, text, day) for name in names),
            incidents=tuple(self._incident(rest) for _ in range(told.incidents)),
            statements=(Statement("the prosecutor", Passage(" ".join(words[20:32]), (rest,)), (rest,)),),
            demands=(Demand(" ".join(words[40:48]), (rest,)),),
            coverage=tuple(self._placed(head, rest)),
        )

    def _day(self) -> str:
        return f"{self._chance.randint(2008, 2025)}-{self._chance.randint(1, 12):02}-{self._chance.randint(1, 28):02}"

    def _source(self, text: str, language: str, day: str) -> Source:
        digest = hashlib.sha256(text.encode()).hexdigest()
        return Source(digest, f"report-{self._written}.txt", "text/plain", len(text), language, day, text)

    def _person(self, name: str, text: str, day: str) -> Person:
        at = text.index(name)
        spans = (Span(at, at + len(name)),)
        return Person(name, "oil worker", self._chance.choice(_STATES), spans, since=day, confidence=0.9)

    def _incident(self, rest: Span) -> Incident:
        name, latitude, longitude = self._chance.choice(_PLACES)
        number = self._chance.randint(1, 90)
        return Incident(
            self._chance.choice(_TYPES),
            self._day(),
            Place(name, "KZ", latitude, longitude),
            Count(number, number, str(number)),
            (rest,),
            confidence=0.8,
        )

    @staticmethod
    def _placed(head: Span, rest: Span) -> Iterator[Placed]:
        yield Placed(head, "used")
        yield Placed(rest, "used")
