"""People at risk: whom the text says something has happened to, or may."""

from dataclasses import dataclass, field

from tocsin.language.names import Name, same_person
from tocsin.reading.charges import charge_of, penalty_of
from tocsin.reading.lists import names_under
from tocsin.reading.marks import Marked, Material
from tocsin.reading.plight import (
    Evidence,
    evidence_for,
    evidence_for_all,
    pronoun_evidence,
    pronoun_pattern,
)
from tocsin.reading.roles import role_of
from tocsin.terms.people import Official, Person
from tocsin.terms.span import FieldSpans, Span

GRAVEST_FIRST = (
    "killed", "missing", "deported", "released", "sentenced", "injured", "charged", "detained",
    "dismissed", "threatened", "in_hiding", "on_strike", "at_risk", "other",
)  # fmt: skip


@dataclass
class Dossier:
    """What the text says about one name, gathered over all its mentions."""

    name: str
    spans: list[Span] = field(default_factory=list)
    aliases: dict[str, None] = field(default_factory=dict)
    evidence: list[Evidence] = field(default_factory=list)
    role: tuple[str, Span] | None = None


def spoken_of(dossiers: list[Dossier]) -> dict[Span, frozenset[str]]:
    """For each sentence that says something of people, by name or by pronoun: their names."""
    found: dict[Span, set[str]] = {}
    for dossier in dossiers:
        for evidence in dossier.evidence:
            found.setdefault(evidence.marked.sentence.span, set()).add(dossier.name)
    return {span: frozenset(names) for span, names in found.items()}


def find_people(
    material: Material, dossiers: list[Dossier], officials: tuple[Official, ...]
) -> tuple[Person, ...]:
    """Everybody with a fate of their own in the text, in the order of first mention."""
    in_office = [official.name for official in officials if official.name]
    writers = _writers(material)
    return tuple(
        _person(dossier, material)
        for dossier in dossiers
        if dossier.evidence and not _is_other(dossier, in_office, writers)
    )


def _is_other(dossier: Dossier, in_office: list[str], writers: list[str]) -> bool:
    """Office holders and writers are at risk only where the text says so more than once, or surely."""
    sure = sum(evidence.is_sure for evidence in dossier.evidence)
    named = [dossier.name, *dossier.aliases]
    if any(same_person(a, b) or same_person(b, a) for a in named for b in writers):
        return True
    return any(same_person(a, b) for a in named for b in in_office) and sure < 2


def gather(material: Material) -> list[Dossier]:
    """Everybody named, with all that is said of them."""
    dossiers: list[Dossier] = []
    together = Together()
    last: Marked | None = None
    for marked in material.marked:
        if last is not None and last.sentence.paragraph != marked.sentence.paragraph:
            last = last if marked.section is last.section and _is_next(last, marked) else None
        named = [_dossier(dossiers, name) for name in marked.people]
        for dossier, name in zip(named, marked.people, strict=True):
            _note(dossier, marked, name, material)
        if last is not None and _stands_for_last(marked, material) and not _names_again(dossiers, marked):
            _note_pronouns(dossiers, last, marked, material)
            if named and len(_subjects(last)) == 1 and pronoun_pattern(material.words).search(marked.text):
                named = [*together.people, *named]  # 'he was tried together with Jane Roe'
        together.follow(marked, named, material)
        if _subjects(marked):
            last = marked
    for marked, name, evidence in names_under(material):
        dossier = _dossier(dossiers, name)
        dossier.evidence.append(evidence)
        if marked.span(name.start, name.end) not in dossier.spans:
            dossier.spans.append(marked.span(name.start, name.end))
    return _with_surnames(dossiers, material)


@dataclass
class Together:
    """The people named together last, whom 'both', 'the three' or 'they' stand for."""

    people: list[Dossier] = field(default_factory=list)
    paragraph: int = -1
    is_crowded: bool = False

    def follow(self, marked: Marked, named: list[Dossier], material: Material) -> None:
        """Notes what is said of all of them here, then who is named here."""
        if len(self.people) > 1 and not named:
            self._note(marked, material)
        if named and marked.sentence.paragraph == self.paragraph and len(named) == 1:
            named = [*self.people, *named]
        if named:
            self.people = list({id(d): d for d in named}.values())
            self.paragraph, self.is_crowded = marked.sentence.paragraph, False
        self.is_crowded = self.is_crowded or any(c.noun and c.count.low > 1 for c in marked.counts)

    def _note(self, marked: Marked, material: Material) -> None:
        sizes = {"two": 2, "three": 3, "four": 4, "five": 5}
        for hit in material.words.cues("together").find(marked.text):
            near = marked.sentence.paragraph == self.paragraph and not self.is_crowded
            if sizes.get(hit.code, 0) == len(self.people) or (hit.code == "any" and near):
                for evidence in evidence_for_all(marked, hit, material.words):
                    for dossier in self.people:
                        dossier.evidence.append(evidence)


def _stands_for_last(marked: Marked, material: Material) -> bool:
    """A pronoun before anybody is named."""
    subjects = _subjects(marked)
    match = pronoun_pattern(material.words).search(marked.text)
    return not subjects or (match is not None and match.start() < min(name.start for name in subjects))


def _names_again(dossiers: list[Dossier], marked: Marked) -> bool:
    """A first name or surname alone: pronouns in that sentence are its own."""
    parts = {part for dossier in dossiers for part in dossier.name.split() if len(part) > 3}
    return any(name.text in parts for name in marked.names)


def _subjects(marked: Marked) -> list[Name]:
    """The people a pronoun may stand for: not those named only as owners ('Jane Roe's office')."""
    return [name for name in marked.people if not marked.text[name.end :].startswith("'s ")]


def _is_next(before: Marked, marked: Marked) -> bool:
    return marked.sentence.paragraph - before.sentence.paragraph <= 1


def _dossier(dossiers: list[Dossier], name: Name) -> Dossier:
    """The one this name belongs to; a fuller name takes an earlier short one in."""
    for dossier in dossiers:
        if same_person(name.text, dossier.name):
            if f"{name.text}s" == dossier.name:
                dossier.name = name.text  # a plural that was a slip
            elif len(name.text) < len(dossier.name) and len(name.words) == len(dossier.name.split()):
                dossier.aliases[dossier.name] = None
                dossier.name = name.text  # of declined forms the shortest is the nominative
            elif name.text != dossier.name:
                dossier.aliases[name.text] = None
            return dossier
        if same_person(dossier.name, name.text):
            dossier.aliases[dossier.name] = None
            dossier.name = name.text
            return dossier
    dossiers.append(Dossier(name.text))
    return dossiers[-1]


def _note(dossier: Dossier, marked: Marked, name: Name, material: Material) -> None:
    dossier.spans.append(marked.span(name.start, name.end))
    dossier.evidence.extend(evidence_for(marked, name, material.words))
    if dossier.role is None:
        dossier.role = role_of(marked, name, material.words)


def _note_pronouns(dossiers: list[Dossier], last: Marked, marked: Marked, material: Material) -> None:
    """'She has been charged': the one person named before, where there was only one."""
    named = {id(d): d for d in dossiers for name in _subjects(last) if same_person(name.text, d.name)}
    if len(named) == 1:
        dossier = next(iter(named.values()))
        dossier.evidence.extend(pronoun_evidence(marked, material.words))


def _with_surnames(dossiers: list[Dossier], material: Material) -> list[Dossier]:
    """Single words that are part of a person's name, wherever they stand alone: 'Mishu'."""
    for marked in material.marked:
        for name in marked.names:
            if len(name.text) > 3 and len(name.words) == 1 and name not in marked.people:
                span = marked.span(name.start, name.end)
                dossier = _bearer(dossiers, name.text, span)
                if dossier is not None and span not in dossier.spans:
                    dossier.aliases[name.text] = None
                    dossier.spans.append(span)
                    dossier.evidence.extend(evidence_for(marked, name, material.words))
    return dossiers


def _bearer(dossiers: list[Dossier], part: str, at: Span) -> Dossier | None:
    """Of several people of one surname the one named last before it."""
    bearers = [d for d in dossiers if len(d.name.split()) > 1 and part in d.name.split()]
    before = [(max(s for s in d.spans if s < at), d) for d in bearers if min(d.spans, default=at) < at]
    return max(before, key=lambda pair: pair[0])[1] if before else next(iter(bearers), None)


def _writers(material: Material) -> list[str]:
    """Names in bylines, captions' credits and mail headers."""
    bylines = material.words.words("byline")
    found: list[str] = []
    for marked in material.marked:
        for name in marked.people:
            before = marked.text[: name.start].strip(' *_[(-–:"').lower()
            alone = not marked.text[name.end :].strip(" .*_")
            if before in bylines and (alone or len(marked.text) < 80):
                found.append(name.text)
    return found


def _is_held_again(found: dict[str, Evidence]) -> bool:
    """Released once, and taken again on a later day."""
    out, held = found.get("released"), found.get("detained")
    return bool(out and held and out.date and held.date and held.date > out.date)


def _person(dossier: Dossier, material: Material) -> Person:
    found = {evidence.status: evidence for evidence in reversed(dossier.evidence)}
    statuses = sorted(found, key=GRAVEST_FIRST.index)
    if _is_held_again(found):
        statuses = [status for status in statuses if status != "released"]
    charge, penalty = (
        charge_of(dossier.evidence, material.words),
        penalty_of(dossier.evidence, material.words),
    )
    fields: FieldSpans = {"status": (found[statuses[0]].span,)}
    for key, value in (("role", dossier.role), ("charge", charge), ("penalty", penalty)):
        if value:
            fields[key] = (value[1],)
    sure = any(evidence.is_sure for evidence in dossier.evidence)
    return Person(
        name=dossier.name,
        role=dossier.role[0] if dossier.role else None,
        status=statuses[0],
        spans=tuple(dict.fromkeys(sorted(dossier.spans))),
        aliases=tuple(alias for alias in dossier.aliases if alias != dossier.name),
        since=found[statuses[0]].date,
        charge=charge[0] if charge else None,
        penalty=penalty[0] if penalty else None,
        also=tuple(statuses[1:]),
        field_spans=fields,
        confidence=0.9 if sure and len(dossier.evidence) > 1 else 0.75 if sure else 0.55,
        rule=found[statuses[0]].rule,
    )
