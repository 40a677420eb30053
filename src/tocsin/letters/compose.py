"""Draft a letter from demands and facts, for the coordinator to edit and the supporter to make her own."""

from collections.abc import Sequence
from dataclasses import dataclass

from tocsin.language.country_sentences import called
from tocsin.letters.demands import asked_for, stands_alone
from tocsin.letters.plain_text import one_line, paragraphs, phrase, sentence
from tocsin.letters.rewording import reworded
from tocsin.letters.words import Words, letter_words

LONGEST_SUBJECT = 90
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
    country: str | None = None,
) -> Letter:
    """A letter about `matter` ('the missing lawyer N. S.'). Without an addressee it may go to any office.

    `facts` are paragraphs. `country` (ISO alpha-2) is where it happens, by default whose office it is; it stands in
    for a matter that is empty. Raises ValueError where there is nothing to say: no demand.
    """
    asked = [one_line(demand) for demand in demands if demand.strip()]
    if not asked:
        raise ValueError("A letter needs at least one demand: add one, or mark one as going into the letter.")
    words = letter_words(language)
    about = phrase(matter)
    code = country or (addressee.of_country if addressee else None)
    where = _country(words, code, language) if code else ""
    body = paragraphs(
        _salutation(words, addressee),
        _opening(words, about, where),
        *(sentence(fact) for fact in facts if fact.strip()),
        asked_for(asked, language),
        _pass_on(words, addressee, language),
        words["closing"],
        words["farewell"],
    )
    return Letter(language, _subject(words, about or _on_the_country(words, where), asked), body)


def _on_the_country(words: Words, country: str) -> str:
    return str(words["subject"]["country"].format(country=country)) if country else ""


def _subject(words: Words, matter: str, demands: Sequence[str]) -> str:
    """What is asked, where it is short enough; else whom or what it is about."""
    forms = words["subject"]
    asked = [phrase(demand) for demand in demands]
    wordings = [text for demand in asked for text in (demand, demand.partition(",")[0])]
    subjects = [reworded(text, forms["asked"]) or "" for text in wordings]
    if matter and matter.casefold() not in asked[0].casefold() and stands_alone(asked[0], words):
        subjects.append(forms["with_demand"].format(matter=matter, demand=asked[0]))
    plain = forms["plain"].format(matter=matter) if matter else forms["nothing"]
    subject = one_line(next((s for s in subjects if s and len(s) <= LONGEST_SUBJECT), plain))
    return _shortened(subject[:1].upper() + subject[1:])


def _shortened(subject: str) -> str:
    if len(subject) <= LONGEST_SUBJECT:
        return subject
    return subject[: LONGEST_SUBJECT - 2].rsplit(" ", 1)[0].rstrip(" ,;:-–") + " …"


def _salutation(words: Words, addressee: Addressee | None) -> str:
    forms = words["salutations"]
    if addressee and addressee.person and addressee.kind not in ("head_of_state", *_MISSIONS):
        return str(forms["person"].format(person=one_line(addressee.person)))
    return str(forms.get(addressee.kind if addressee else "other", forms["other"]))


def _opening(words: Words, matter: str, country: str) -> str:
    forms = words["opening"]
    if not matter:
        return sentence(forms["country_alone" if country else "nothing"].format(country=country))
    plain = not country or country.casefold() in matter.casefold()
    return sentence(forms["plain" if plain else "with_country"].format(matter=matter, country=country))


def _pass_on(words: Words, addressee: Addressee | None, language: str) -> str:
    """A mission is asked to tell its government."""
    if addressee is None or addressee.of_country is None or addressee.kind not in _MISSIONS:
        return ""
    return str(words["pass_on"].format(country=_country(words, addressee.of_country, language)))


def _country(words: Words, code: str, language: str) -> str:
    """As a sentence calls it: 'the Netherlands'; it bends as `Called` does."""
    return words["countries"].get(code) or called(code, language)
