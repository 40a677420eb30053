"""What the incidents model is told of an event that rules read: where and how it is told, and what else is told there."""

from collections import Counter
from collections.abc import Iterator
from datetime import date

from tocsin.language.lexicon import Lexicon
from tocsin.language.times_ago import days_of
from tocsin.reading.learned.models import Item
from tocsin.reading.marks import Marked, Material
from tocsin.reading.merging import CARRIED, INFERRED
from tocsin.reading.quotes import QUOTE
from tocsin.reading.sections import Section
from tocsin.terms.incidents import Incident, incident_types

FEW, MANY, FIFTHS = 10, 3, 5
# Up to so many days ago.
AGE = ((8, "days"), (40, "month"), (190, "half a year"), (400, "year"), (1200, "three years"))
OF_A_SENTENCE = (
    "statements", "demands", "ask_modes", "planned", "other_times", "unreckoned_times", "story_goes_on",
    "story_stands_apart", "climate", "plights", "since",
)  # fmt: skip


def items_of(incidents: tuple[Incident, ...], material: Material) -> list[Item]:
    """One an incident, in their order."""
    told = _Told(incidents, material)
    return [list(told.of(number)) for number in range(len(incidents))]


class _Told:
    """What the whole text tells, looked up for each of its events."""

    def __init__(self, incidents: tuple[Incident, ...], material: Material) -> None:
        self._incidents, self._material = incidents, material
        self._home = material.home
        self._families = [incident_types()[one.type].family for one in incidents]
        self._in_sentence = Counter(
            id(home) for one in incidents for span in one.spans if (home := self._home(span.start))
        )
        self._cues: dict[int, list[str]] = {}

    def of(self, number: int) -> Iterator[str]:
        incident, family = self._incidents[number], self._families[number]
        yield from ("any", f"type {incident.type}", f"family {family}")
        own = list(self._of_fields(incident))
        yield from own
        yield from (f"{family}: {one}" for one in own if one.startswith(("counted", "affected", "planned")))
        yield from self._of_text(number)
        home = self._home(incident.spans[0].start)
        if home is not None:
            yield from self._of_sentence(incident, home)

    def _of_fields(self, incident: Incident) -> Iterator[str]:
        is_own = "carried" if CARRIED in incident.rule else "own"
        yield f"date {_precision(incident.date)} {is_own}"
        yield f"ago {_age(incident.date, self._material.anchor.day)} {is_own}"
        yield f"counted {_counted(incident)}"
        yield f"affected {min(2, len(incident.affected))}"
        yield f"place {incident.place is not None}"
        yield f"said by somebody {incident.said_by is not None}"
        yield f"actors {bool(incident.actors)}"
        yield f"planned {incident.planned}"
        yield f"mentions {min(MANY, len(incident.spans))}"

    def _of_text(self, number: int) -> Iterator[str]:
        """Which of the text's events it is."""
        incident, family = self._incidents[number], self._families[number]
        length = max(1, len(self._material.document.text))
        yield f"fifth {incident.spans[0].start * FIFTHS // length}"
        yield f"first {number == 0}"
        yield f"of so many {min(4, len(self._incidents) // MANY)}"
        yield f"of so many of its family {min(MANY, self._families.count(family))}"
        yield f"told before of its family {min(MANY, self._families[:number].count(family))}"
        yield f"told before of its type {any(one.type == incident.type for one in self._incidents[:number])}"

    def _of_sentence(self, incident: Incident, home: Marked) -> Iterator[str]:
        start = incident.spans[0].start - home.sentence.span.start
        yield f"section {home.section}"
        yield f"headline {any((one := self._home(span.start)) and one.section is Section.HEADLINE for span in incident.spans)}"
        yield f"people there {min(2, len(home.people))}"
        yield f"dates there {min(2, len(home.dates))}"
        yield f"events there {min(MANY, self._in_sentence[id(home)])}"
        yield f"long {min(4, len(home.text) // 80)}"
        yield f"asks {home.text.rstrip().endswith(('?', '？'))}"
        yield f"quoted {any(m.start() <= start < m.end() for m in QUOTE.finditer(home.text))}"
        yield f"referred to {_is_referred_to(home.text[:start], self._material.words)}"
        yield from self._cues_of(home)

    def _cues_of(self, home: Marked) -> list[str]:
        if id(home) not in self._cues:
            words = self._material.words
            self._cues[id(home)] = [
                f"{part} {code}" for part in OF_A_SENTENCE for code in words.cues(part).codes(home.text)
            ]
        return self._cues[id(home)]


def _precision(edtf: str | None) -> str:
    if edtf is None:
        return "none"
    return "stretch" if "/" in edtf else "no year" if edtf.startswith("X") else str(len(edtf.rstrip("?~%")))


def _age(edtf: str | None, published: date | None) -> str:
    days = days_of(edtf) if edtf else None
    if days is None or published is None:
        return "unknown"
    ago = (published - days[1]).days
    return "ahead" if ago < 0 else next((name for most, name in AGE if ago < most), "long")


def _counted(incident: Incident) -> str:
    if incident.count is None:
        return "none"
    if INFERRED in incident.rule:
        return "inferred"
    return "one" if incident.count.low == 1 else "few" if incident.count.low < FEW else "many"


def _is_referred_to(before: str, words: Lexicon) -> bool:
    """'the strike', 'their arrest'."""
    last = before.lower().split()[-1:]
    return bool(last) and last[0] in words.words("determiners")
