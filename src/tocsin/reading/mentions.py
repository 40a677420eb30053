"""Who is named where, and what is said of them there: by name, by surname alone, by 'she' or 'both'."""

import re
from dataclasses import dataclass, field

from tocsin.language.names import Name
from tocsin.language.nominatives import nominative
from tocsin.reading.dossiers import DECLINED, Dossier, Mention, Roll, best_form
from tocsin.reading.listed.others import others_listed
from tocsin.reading.listed.told import told_of_lists
from tocsin.reading.lists import names_under
from tocsin.reading.marks import Marked, Material
from tocsin.reading.plight import evidence_for, evidence_for_all, pronoun_evidence, pronoun_pattern
from tocsin.reading.roles import role_of
from tocsin.reading.shared_surnames import with_surnames


def gather(material: Material) -> list[Dossier]:
    """Everybody named, with all that is said of them."""
    roll = Roll(material.words.language, material.document.lists)
    together = Together()
    last: Marked | None = None
    for index, marked in enumerate(material.marked):
        if last is not None and last.sentence.paragraph != marked.sentence.paragraph:
            last = last if marked.section is last.section and _is_next(last, marked) else None
        named = _all_met(roll, marked)
        for dossier, name in zip(named, marked.people, strict=True):
            _note(dossier, index, marked, name, material)
        if last is not None and _stands_for_last(marked, material) and not _names_again(roll, marked):
            _note_pronouns(roll, last, marked, material)
            if named and len(_subjects(last)) == 1 and pronoun_pattern(material.words).search(marked.text):
                named = [*together.people, *named]  # 'he was tried together with Jane Roe'
        together.follow(marked, named, material)
        if _subjects(marked):
            last = marked
    others = others_listed(material)
    for index, marked, name, evidence in (*names_under(material), *told_of_lists(material)):
        if (index, name.start) in others:
            continue
        _met(roll, marked, name).note(Mention(index, marked, name, (evidence,)))
    _note_surnames(roll, material)
    for dossier in roll.dossiers:
        _name_best(dossier, material.words.language)
    return roll.dossiers


def _name_best(dossier: Dossier, language: str) -> None:
    """A slip of the name model that made one mention longer names nobody; nobody is called by a dative."""
    best = best_form(dossier)
    if language not in DECLINED and best != dossier.name:
        _rename(dossier, best)
    elif name := nominative(dossier.name, language):
        _call(dossier, name)


def _call(dossier: Dossier, nominative: str) -> None:
    """A name leads back to the text: where no word of the nominative stands there, it is only an alias."""
    if any(word in dossier.name for word in nominative.split()):
        _rename(dossier, nominative)
    else:
        dossier.aliases[nominative] = None


def _rename(dossier: Dossier, name: str) -> None:
    dossier.aliases[dossier.name] = None
    dossier.name = name


# 'Maung Kyithar (better known as Shweyoe)'
_OPENS = re.compile(
    r"\s*[(（]\s*(?:(?:(?:also|better|publicly|widely|popularly) )*(?:known (?:publicly |popularly |widely )?(?:as|by)|alias|aka|a\.k\.a\.?)\s+"
    r"|(?:más )?conocid[oa] como\s+|(?:plus )?connue? sous le nom de\s+|(?:mais )?conhecid[oa] (?:como|por)\s+"
    r"|(?:meglio )?(?:conosciut|not)[oa] come\s+|(?:besser )?bekannt als\s+|(?:более )?известн\w+ как\s+)?"
)
_CLOSES = re.compile(r"\s*[)）]")


def _all_met(roll: Roll, marked: Marked) -> list[Dossier]:
    """A name in brackets right after a name is the same person, spelt another way: 'Liou Siao-po (Liu Xiaobo)'."""
    met: list[Dossier] = []
    before: Name | None = None
    full = with_surnames(marked.text, marked.people)
    for name in marked.people:
        is_bracketed = before is not None and _OPENS.fullmatch(marked.text[before.end : name.start])
        if met and is_bracketed and _CLOSES.match(marked.text, name.end):
            met[-1].aliases[name.text] = None
            met.append(met[-1])
        else:
            is_known = name in full and roll.holds_part(name.text)
            met.append(
                _met(roll, marked, name if is_known else name._replace(text=full.get(name, name.text)))
            )
        before = name
    return met


def _met(roll: Roll, marked: Marked, name: Name) -> Dossier:
    return roll.of(name, marked.span(name.start, name.end))


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


def _names_again(roll: Roll, marked: Marked) -> bool:
    """A first name or surname alone: pronouns in that sentence are its own."""
    return any(roll.holds_part(name.text) for name in marked.names)


def _subjects(marked: Marked) -> list[Name]:
    """The people a pronoun may stand for: not those named only as owners ('Jane Roe's office')."""
    return [name for name in marked.people if not marked.text[name.end :].startswith("'s ")]


def _is_next(before: Marked, marked: Marked) -> bool:
    return marked.sentence.paragraph - before.sentence.paragraph <= 1


def _note(dossier: Dossier, index: int, marked: Marked, name: Name, material: Material) -> None:
    dossier.note(Mention(index, marked, name, tuple(evidence_for(marked, name, material.words))))
    if dossier.role is None:
        dossier.role = role_of(marked, name, material.words)


def _note_pronouns(roll: Roll, last: Marked, marked: Marked, material: Material) -> None:
    """'She has been charged': the one person named before, where there was only one."""
    named = {d.number: d for name in _subjects(last) for d in roll.all_of(name)}
    if len(named) == 1:
        dossier = next(iter(named.values()))
        dossier.evidence.extend(pronoun_evidence(marked, material.words))


def _note_surnames(roll: Roll, material: Material) -> None:
    """Single words that are part of a person's name, wherever they stand alone: 'Mishu'."""
    for index, marked in enumerate(material.marked):
        for name in marked.names:
            if len(name.text) > 3 and len(name.words) == 1 and name not in marked.people:
                span = marked.span(name.start, name.end)
                dossier = roll.bearer(name.text, span)
                if dossier is not None and span not in dossier.spans:
                    dossier.aliases[name.text] = None
                    _note(dossier, index, marked, name, material)
