"""What happened, as sentences: one incident, or those of one day together."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from tocsin.language.contractions import Joining
from tocsin.language.lexicon import lexicon
from tocsin.letters.headcount import Whom, by_number, joined, whom
from tocsin.letters.plain_text import one_line, sentence
from tocsin.letters.whens import when_words
from tocsin.letters.words import telling_language, telling_words
from tocsin.terms.incidents import Incident

LONGEST_SENTENCE = 200
_OBJECT = " {whom}"


@dataclass(frozen=True)
class _Deed:
    """One incident made ready: `whom` may become 'them'."""

    forms: Any
    actors: str
    whom: Whom | None
    where: str
    planned: bool

    @property
    def is_active(self) -> bool:
        return bool(self.actors) and not self.planned and ("by" if self.whom else "by_alone") in self.forms

    @property
    def told_of(self) -> tuple[bool, object]:
        """Deeds that agree in it can stand in one clause."""
        return (True, self.actors) if self.is_active else (False, self.whom or id(self))


def incident_sentence(incident: Incident, language: str = "en") -> str:
    """'On 5 June 2011, police broke up a gathering in Aktau.' Empty for what is planned and cannot be told so."""
    return " ".join(day_sentences([incident], language))


def can_be_told(incident: Incident, language: str = "en") -> bool:
    """Of what is only planned, a few types are told: who is to be executed, deported or tried."""
    return not incident.planned or "due" in telling_words(language)["incidents"][incident.type]


def day_sentences(incidents: Sequence[Incident], language: str = "en") -> list[str]:
    """Incidents of one date, in one to three sentences; the date stands in the first. Names are told as given."""
    words = telling_words(language)
    told = [i for i in incidents if can_be_told(i, language)]
    when = when_words(told[0].date or "", language) if told else ""
    own, untold = _clauses([_deed(i, language) for i in told if not i.said_by], language, when)
    clauses = list(own)
    for incident in (i for i in told if i.said_by):
        clause, left = _as_said(incident, language, "" if clauses else when)
        untold = untold if clauses else left
        clauses.append(clause)
    lines = _sentences(clauses, words)
    if untold:
        form = words["opening" if own else "ending_when"]
        lines[0] = form.format(when=untold, clause=lines[0])
    return [sentence(line) for line in lines]


def _as_said(incident: Incident, language: str, when: str) -> tuple[str, str]:
    """With what is left of `when`."""
    clauses, untold = _clauses([_deed(incident, language)], language, when)
    form = telling_words(language)["said"]
    return str(form.format(said_by=one_line(incident.said_by or ""), clause=" ".join(clauses))), untold


def _deed(incident: Incident, language: str) -> _Deed:
    words = telling_words(language)
    place = incident.place
    # Without a country it is a building or a street, and "in" would be wrong.
    where = words["where"].format(place=one_line(place.name)) if place and place.country else ""
    return _Deed(
        words["incidents"][incident.type],
        _actors(incident.actors, language),
        whom(incident.affected, incident.count, language),
        where,
        incident.planned,
    )


def _actors(actors: Sequence[str], language: str) -> str:
    """'riot police and troops': the riot police are police, which need not be said again."""
    lowered = [_lowered(one_line(actor), language) for actor in actors]
    named = [actor for actor in lowered if not any(other.endswith(f" {actor}") for other in lowered)]
    return joined(named, language)


def _lowered(actor: str, language: str) -> str:
    """'Riot police' began a sentence; a name keeps its capital."""
    words = telling_words(language)
    if words["before_capitals"] and actor.split(" ")[0].casefold() not in words["before_capitals"]:
        return actor
    known = lexicon(telling_language(language)).cues("acting").first(actor)
    is_noun = known is not None and known.start == 0 and actor[1:].islower()
    return actor[:1].lower() + actor[1:] if is_noun else actor


def _clauses(deeds: Sequence[_Deed], language: str, when: str) -> tuple[list[str], str]:
    """One clause for those who acted, or for those to whom it was done; and `when`, unless a clause has a slot for it."""
    clauses: list[str] = []
    place, last = "", None
    for (is_active, _who), run in groupby(_together(deeds), key=lambda deed: deed.told_of):
        together = list(run)
        telling = _Telling(language, place, last, when)
        clauses.append(telling.active(together) if is_active else telling.passive(together))
        place, last, when = telling.place, together[-1].whom, telling.when
    return clauses, when


def _together(deeds: Sequence[_Deed]) -> list[_Deed]:
    """Deeds of the same people, and to the same people, stand together, where the first of them stood."""
    order = list(dict.fromkeys(deed.told_of for deed in deeds))
    done_to = list(dict.fromkeys(deed.whom for deed in deeds))
    return sorted(deeds, key=lambda deed: (order.index(deed.told_of), done_to.index(deed.whom)))


class _Telling:
    """Remembers what was said last, so that it is not said again."""

    def __init__(self, language: str, place: str, last: Whom | None, when: str) -> None:
        self.language, self.place, self.last, self.when = language, place, last, when
        self.words = telling_words(language)

    def active(self, deeds: Sequence[_Deed]) -> str:
        runs = [list(run) for _same, run in groupby(deeds, key=self._shares)]
        lines = [line for run in runs for line in self._done(run)]
        return str(self.words["active"].format(actors=deeds[0].actors, deeds=joined(lines, self.language)))

    def _shares(self, deed: _Deed) -> tuple[Whom | None, str, bool]:
        """Verbs that agree in it can share those they were done to."""
        new_place = deed.where if deed.where != self.place else ""
        return deed.whom, new_place, _is_verb_alone(self._by(deed))

    def passive(self, deeds: Sequence[_Deed]) -> str:
        who = deeds[0].whom
        if who is None:
            return self._told(deeds[0].forms["alone"], deeds[0])
        again = self.words["again"]["subject"] if who.are_several else who.words
        subject = again if who == self.last else who.words
        verbs = [by_number(d.forms["due" if d.planned else "to"], who.number, self.language) for d in deeds]
        named = [subject, *[again] * (len(verbs) - 1)]
        told = zip(self._once(verbs), deeds, named, strict=True)
        lines = [self._told(verb, deed, whom) for verb, deed, whom in told]
        return str(self.words["passive"].format(whom=subject, deeds=joined(lines, self.language)))

    def _done(self, deeds: Sequence[_Deed]) -> list[str]:
        """'arrested nine women'; 'arrested and threatened them' where the verbs can share those they were done to."""
        forms = [self._by(deed) for deed in deeds]
        if _is_verb_alone(forms[0]):
            forms = [joined([form.removesuffix(_OBJECT) for form in forms], self.language) + _OBJECT]
        return [self._told(form, deeds[0], self._object(deeds[0].whom)) for form in forms]

    def _object(self, whom: Whom | None) -> str:
        before, self.last = self.last, whom
        if whom is None:
            return ""
        again = whom == before and whom.are_several
        return str(self.words["again"]["object"]) if again else whom.words

    def _by(self, deed: _Deed) -> str:
        if deed.whom is None:
            return str(deed.forms["by_alone"])
        return by_number(deed.forms["by"], deed.whom.number, self.language)

    def _once(self, verbs: Sequence[str]) -> Iterator[str]:
        """'were arrested', 'were threatened' -> 'were arrested', 'threatened'."""
        said = ""
        for verb in verbs:
            first, _, rest = verb.partition(" ")
            yield rest if rest and first == said and first in self.words["auxiliaries"] else verb
            said = first

    def _told(self, form: str, deed: _Deed, whom: str = "") -> str:
        """Day and place stand in the slots of the form, each once; without a slot the place comes last."""
        where = "" if deed.where == self.place else deed.where
        clause = one_line(form.format(whom=Joining(whom, self.language), when=self.when, where=where))
        self.when = "" if "{when}" in form else self.when
        self.place = where or self.place
        if not where or "{where}" in form:
            return clause
        return str(self.words["ending_where"].format(clause=clause, where=where))


def _is_verb_alone(form: str) -> bool:
    """'arrested {whom}', but not 'broke up a gathering of {whom}'."""
    return form.endswith(_OBJECT) and " " not in form.removesuffix(_OBJECT)


def _sentences(clauses: Sequence[str], words: Any) -> list[str]:
    """Two clauses a sentence, where they are short enough."""
    lines: list[str] = []
    pair = False
    for clause in dict.fromkeys(clauses):
        both = words["both"].format(first=lines[-1], second=clause) if lines else ""
        pair = bool(both) and not pair and len(both) <= LONGEST_SENTENCE
        lines = [*lines[:-1], both] if pair else [*lines, clause]
    return lines
