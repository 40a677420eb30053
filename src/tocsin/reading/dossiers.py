"""One dossier a person named, and the roll that finds it again by any form of the name."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from tocsin.language.name_keys import name_key, same_person
from tocsin.language.names import Name
from tocsin.language.slips import is_slip_of
from tocsin.reading.evidence import Evidence
from tocsin.reading.listed.entries import NameList
from tocsin.reading.listed.namesakes import Rows
from tocsin.reading.marks import Marked
from tocsin.terms.span import Span

KNOWN = "known by"  # where an office stands that no text need print
SIDE_BY_SIDE = 60  # letters
DECLINED = frozenset(["ru", "uk", "be", "cs", "sk", "pl", "hr", "sr", "sl"])


@dataclass(frozen=True)
class Mention:
    """`index` is the place of `marked` in the material; `evidence` what is said of the person just there."""

    index: int
    marked: Marked
    name: Name
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True)
class Held:
    """An office printed beside a name; `where` is before, after or above, or `KNOWN`; `code` its kind in the language's list."""

    office: str
    span: Span
    where: str
    code: str = ""


@dataclass
class Dossier:
    """What the text says about one name, gathered over all its mentions.

    `standing` is risk, official or other, with its `confidence`; `status` is a code of the draft schema; `is_backed` where more than the words around the name speak for it.
    """

    name: str
    spans: list[Span] = field(default_factory=list)
    aliases: dict[str, None] = field(default_factory=dict)
    mentions: list[Mention] = field(default_factory=list)
    evidence: list[Evidence] = field(default_factory=list)
    role: tuple[str, Span] | None = None
    number: int = 0
    offices: list[Held] = field(default_factory=list)
    standing: str = "other"
    confidence: float = 0.0
    status: str = "other"
    is_backed: bool = False

    def note(self, mention: Mention) -> None:
        span = mention.marked.span(mention.name.start, mention.name.end)
        if span not in self.spans:
            self.spans.append(span)
            self.mentions.append(mention)
        self.evidence.extend(mention.evidence)


def best_form(dossier: Dossier) -> str:
    """Of the full forms the one most often printed; the one the roll keeps where none is."""
    full = Counter(mention.name.text for mention in dossier.mentions if len(mention.name.words) > 1)
    if not full or dossier.name not in full:
        return dossier.name
    return max(full, key=lambda form: (full[form], form == dossier.name))


class Roll:
    """The dossiers in the order of first mention, indexed by the words of their names."""

    def __init__(self, language: str, lists: Sequence[NameList] = ()) -> None:
        self._language = language
        self._rows = Rows(lists)
        self.dossiers: list[Dossier] = []
        self._by_key: dict[str, dict[int, Dossier]] = {}
        self._by_longest: dict[str, dict[int, Dossier]] = {}
        self._by_part: dict[str, dict[int, Dossier]] = {}

    def of(self, name: Name, at: Span) -> Dossier:
        """The dossier this name belongs to; a fuller name takes an earlier short one in."""
        dossier = self._known(name, at) or self._index(self._new(name), name.text)
        self._rows.note(dossier.number, at)
        return dossier

    def _known(self, name: Name, at: Span) -> Dossier | None:
        fuller = [one for one in self.all_of(name) if self._rows.may_be(one.number, at)]
        if fuller:
            dossier = _last_named(self._rows.alike(fuller, at), at)
            self._rename(dossier, name)
            return dossier
        for dossier in self._shorter(name.text):
            is_hers = self._rows.may_be(dossier.number, at)
            if is_hers and same_person(dossier.name, name.text, self._language):
                dossier.aliases[dossier.name] = None
                return self._index(dossier, name.text)
        misprinted = next(self._nearly(name, at), None)
        if misprinted:
            misprinted.aliases[name.text] = None
        return misprinted

    def _new(self, name: Name) -> Dossier:
        self.dossiers.append(Dossier(name.text, number=len(self.dossiers)))
        return self.dossiers[-1]

    def all_of(self, name: Name) -> list[Dossier]:
        """Every dossier that a short name may belong to."""
        return [
            dossier
            for dossier in self._holding(name.text)
            if same_person(name.text, dossier.name, self._language)
        ]

    def holds_part(self, part: str) -> bool:
        """Whether this is a first name or surname of somebody."""
        return len(part) > 3 and part in self._by_part

    def bearer(self, part: str, at: Span) -> Dossier | None:
        """Of several people of one surname the one named last before it."""
        bearers = [d for d in self._by_part.get(part, {}).values() if len(d.name.split()) > 1]
        return _last_named(bearers, at) if bearers else None

    def _holding(self, text: str) -> list[Dossier]:
        """Those whose names hold the longest word of this one."""
        found = self._by_key.get(self._longest(text), {})
        return [found[number] for number in sorted(found)]

    def _shorter(self, text: str) -> list[Dossier]:
        """Those of whose names this one holds the longest word."""
        keys = name_key(text, self._language)
        found = {n: d for key in keys for n, d in self._by_longest.get(key, {}).items()}
        return [found[number] for number in sorted(found)]

    def _nearly(self, name: Name, at: Span) -> Iterator[Dossier]:
        """Those whose name this one is with one vowel wrong; people named side by side are different ones."""
        beside = {number: d for part in name.words for number, d in self._by_part.get(part, {}).items()}
        for _, dossier in sorted(beside.items()):
            is_apart = all(abs(span.start - at.start) > SIDE_BY_SIDE for span in dossier.spans)
            is_apart = is_apart and not self._rows.stand_in_one_list(dossier.number, at)
            if dossier.spans and is_apart and is_slip_of(name.text, dossier.name):
                yield dossier

    def _longest(self, text: str) -> str:
        return max(name_key(text, self._language), key=len, default="")

    def _rename(self, dossier: Dossier, name: Name) -> None:
        """Keeps the fuller form; of declined forms the shortest is the nominative, or 'Соколова' beside 'Соколову'."""
        if name.text == dossier.name:
            return
        is_declined = self._language in DECLINED and len(name.words) == len(dossier.name.split())
        if f"{name.text}s" == dossier.name or (
            is_declined and _case_rank(name.text) < _case_rank(dossier.name)
        ):
            dossier.aliases[dossier.name] = None
            self._index(dossier, name.text)
        else:
            dossier.aliases[name.text] = None

    def _index(self, dossier: Dossier, text: str) -> Dossier:
        for part in {*text.split(), *dossier.name.split()}:
            self._by_part.get(part, {}).pop(dossier.number, None)
        dossier.name = text
        for key in name_key(text, self._language):
            self._by_key.setdefault(key, {})[dossier.number] = dossier
        self._by_longest.setdefault(self._longest(text), {})[dossier.number] = dossier
        for part in text.split():
            self._by_part.setdefault(part, {})[dossier.number] = dossier
        return dossier


def _last_named(dossiers: list[Dossier], at: Span) -> Dossier:
    """The one named last before this place, else the first."""
    before = [
        (max(s for s in d.spans if s < at), -d.number, d) for d in dossiers if min(d.spans, default=at) < at
    ]
    return max(before)[2] if before else dossiers[0]


def _case_rank(name: str) -> tuple[int, bool]:
    return len(name), not name.endswith(("а", "я", "á", "a"))


def spoken_of(dossiers: list[Dossier]) -> dict[Span, frozenset[str]]:
    """For each sentence that says something of people, by name or by pronoun: their names."""
    found: dict[Span, set[str]] = {}
    for dossier in dossiers:
        for evidence in dossier.evidence:
            found.setdefault(evidence.marked.sentence.span, set()).add(dossier.name)
    return {span: frozenset(names) for span, names in found.items()}
