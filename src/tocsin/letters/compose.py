"""Draft a letter from demands and facts, for the coordinator to edit and the supporter to make her own."""

from collections.abc import Sequence
from dataclasses import dataclass

from tocsin.language.countries import country_name
from tocsin.letters.plain_text import one_line, paragraphs, phrase, sentence
from tocsin.letters.words import Words, letter_words

LONGEST_SUBJECT = 120
_MISSIONS = ("embassy", "consulate", "permanent_mission")


@dataclass(frozen=True)
class Addressee:
    """`kind` is an office kind of the draft schema, `of_country` is whose office it is (ISO alpha-2)."""

    office: str
    kind: str = "other"
    person: str | None = None
    of_country: str | None = None


@dataclass(frozen=True)
class Letter:
    """Plain text, lines ended by a line feed. The body ends with the farewell: the name comes from the supporter."""

    language: str
    subject: str
    body: str


def compose(
    matter: str,
    demands: Sequence[str],
    facts: Sequence[str] = (),
    addressee: Addressee | None = None,
    language: str = "en",
) -> Letter:
    """A letter about `matter` ('the missing lawyer N. S.'). Without an addressee it may go to any office.

    Raises ValueError where there is nothing to say: no demand.
    """
    asked = [one_line(demand) for demand in demands if demand.strip()]
    if not asked:
        raise ValueError("A letter needs at least one demand: add one, or mark one as going into the letter.")
    words = letter_words(language)
    about = phrase(matter)
    body = paragraphs(
        _salutation(words, addressee),
        _opening(words, about, addressee, language),
        _listed(words["facts"], [sentence(fact) for fact in facts if fact.strip()]),
        _listed(words["demands"], [sentence(demand) for demand in asked]),
        _pass_on(words, addressee, language),
        words["closing"],
        words["farewell"],
    )
    return Letter(language, _subject(words, about, asked[0]), body)


def _subject(words: Words, matter: str, demand: str) -> str:
    """With the first demand where both are short enough for a subject."""
    whole = one_line(words["subject"]["with_demand"].format(matter=matter, demand=phrase(demand)))
    subject = whole if len(whole) <= LONGEST_SUBJECT else words["subject"]["plain"].format(matter=matter)
    return _shortened(one_line(subject))


def _shortened(subject: str) -> str:
    if len(subject) <= LONGEST_SUBJECT:
        return subject
    return subject[:LONGEST_SUBJECT].rsplit(" ", 1)[0].rstrip(" ,;:-–") + " …"


def _salutation(words: Words, addressee: Addressee | None) -> str:
    forms = words["salutations"]
    if addressee and addressee.person and addressee.kind not in ("head_of_state", *_MISSIONS):
        return str(forms["person"].format(person=one_line(addressee.person)))
    return str(forms.get(addressee.kind if addressee else "other", forms["other"]))


def _opening(words: Words, matter: str, addressee: Addressee | None, language: str) -> str:
    if addressee is None or addressee.of_country is None:
        return sentence(words["opening"]["plain"].format(matter=matter))
    country = country_name(addressee.of_country, language)
    plain = country.casefold() in matter.casefold()
    form = words["opening"]["plain" if plain else "with_country"]
    return sentence(form.format(matter=matter, country=country))


def _pass_on(words: Words, addressee: Addressee | None, language: str) -> str:
    """A mission is asked to tell its government."""
    if addressee is None or addressee.of_country is None or addressee.kind not in _MISSIONS:
        return ""
    return str(words["pass_on"].format(country=country_name(addressee.of_country, language)))


def _listed(heading: Words, lines: Sequence[str]) -> str:
    if not lines:
        return ""
    return "\n".join([heading["one" if len(lines) == 1 else "many"], *(f"- {line}" for line in lines)])
