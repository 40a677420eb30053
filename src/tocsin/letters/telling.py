"""One plain sentence for a person at risk or a group; sentences: `words/tellings/<language>.yaml`."""

import re
from collections.abc import Iterator, Sequence

from tocsin.letters.headcount import by_number, group_of, joined
from tocsin.letters.plain_text import one_line, phrase, sentence
from tocsin.letters.rewording import reworded
from tocsin.letters.whens import since_words, when_words
from tocsin.letters.words import Words, telling_words
from tocsin.terms.people import Group, Person

_QUOTES = "\"'“”„‟‘’«»‹› "


def person_sentence(person: Person, language: str = "en") -> str:
    """'Natalia Sokolova, the trade union's lawyer, is missing.' An empty name is one that is withheld."""
    return people_sentences([person], language)[0]


def people_sentences(people: Sequence[Person], language: str = "en") -> list[str]:
    """A sentence for each person, one for those of whom the same is said, and one for each charge."""
    lines = []
    for alike in _alike(people):
        first = alike[0]
        verb = _verb(first, len(alike), language)
        lines.append(_told(_who(alike, language), verb, language))
        lines.append(_charge(first, language))
    return [sentence(line) for line in dict.fromkeys(lines) if line]


def group_sentence(group: Group, language: str = "en") -> str:
    """'Nine women were injured.'"""
    who = group_of(group.label, group.count, language)
    return sentence(_told(who.words, _status("groups", group.status, who.number, language), language))


def _told(who: str, verb: str, language: str) -> str:
    return str(telling_words(language)["passive"].format(whom=who, deeds=verb))


def _status(part: str, status: str, number: int, language: str) -> str:
    forms = telling_words(language)[part]
    return by_number(forms.get(status, forms["other"]), number, language)


def _alike(people: Sequence[Person]) -> Iterator[list[Person]]:
    """Those of whom the same is said stand together."""
    together: dict[object, list[Person]] = {}
    for person in people:
        said = (person.status, person.since, person.charge, person.penalty)
        key = (said, bool(person.name), "" if person.name else person.role)
        together.setdefault(key, []).append(person)
    yield from together.values()


def _who(alike: Sequence[Person], language: str) -> str:
    words = telling_words(language)["who"]
    if not alike[0].name:
        return _unnamed(alike, words, language)
    with_roles = len(alike) < 3  # more commas could not be read
    return joined([_named(p, words, language, with_roles) for p in alike], language)


def _named(person: Person, words: Words, language: str, with_role: bool) -> str:
    form = words["with_role" if with_role and person.role else "named"]
    return str(form.format(name=one_line(person.name), role=_role(person, language)))


def _unnamed(alike: Sequence[Person], words: Words, language: str) -> str:
    if alike[0].role and len(alike) == 1:
        return str(words["withheld_with_role"].format(role=_role(alike[0], language)))
    number = len(alike)
    count = telling_words(language)["spelled"].get(number, number)
    return by_number(words["withheld"], number, language).format(count=count)


def _role(person: Person, language: str) -> str:
    """As it stands between commas. A capital at its beginning is a title or a name."""
    role = phrase(person.role or "")
    return role if role[:1].isupper() else reworded(role, telling_words(language)["roles"]) or role


def _verb(person: Person, number: int, language: str) -> str:
    words = telling_words(language)
    if person.status == "charged" and person.charge:
        form = by_number(words["charge"]["charged"], number, language)
        return form.format(charge=_quoted(person.charge, words))
    if person.status == "sentenced" and person.penalty:
        return by_number(words["penalty"]["sentenced"], number, language).format(penalty=_penalty(person))
    if person.since and person.status in words["since"]:
        form = by_number(words["since"][person.status], number, language)
        return form.format(since=since_words(person.since, language), when=when_words(person.since, language))
    return _status("statuses", person.status, number, language)


def _charge(person: Person, language: str) -> str:
    """What the verb has not said of charge and penalty."""
    words = telling_words(language)
    charge = person.charge if person.charge and person.status != "charged" else ""
    penalty = _penalty(person) if person.penalty and person.status != "sentenced" else ""
    if charge:
        form = words["charge"]["with_penalty" if penalty else "alone"]
        return str(form.format(charge=_quoted(charge, words), penalty=penalty))
    return str(words["penalty"]["could_be"].format(penalty=penalty)) if penalty else ""


def _quoted(charge: str, words: Words) -> str:
    return str(words["quoted"].format(words=phrase(charge).strip(_QUOTES)))


def _penalty(person: Person) -> str:
    return re.sub(r"(?<=\d)\s*-\s*(?=\d)", "–", phrase(person.penalty or ""))
