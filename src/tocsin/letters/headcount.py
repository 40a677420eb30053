"""How many people, and who: 'about 500 people', 'hundreds of participants', 'nine women'."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from babel import Locale
from babel.lists import format_list

from tocsin.language.lexicon import lexicon
from tocsin.letters.plain_text import one_line
from tocsin.letters.rewording import reworded
from tocsin.letters.words import telling_language, telling_words
from tocsin.terms.count import Count

SEVERAL = 5  # stands for a number that is not known, but above one


@dataclass(frozen=True)
class Whom:
    """People as a sentence names them; `number` decides its verbs."""

    words: str
    number: int

    @property
    def are_several(self) -> bool:
        return self.number > 1


def whom(affected: Sequence[str], count: Count | None, language: str) -> Whom | None:
    """Those to whom something happened, in the report's own words where it has any; None where it says nothing."""
    labels = [tidy_label(words, language) for words in affected if words.strip()]
    # 'Hundreds' alone is a number, which the count says better.
    named = [label for label in labels if not (count and _is_amount(label, language))]
    number = _number(count)
    if not named:
        return Whom(_people(count, language), number) if count else None
    uncounted = [label for label in named if _wants_number(label, language)]
    is_counted = count is not None and number > 1 and len(uncounted) == 1
    if count and is_counted:
        at = named.index(uncounted[0])
        named[at] = _counted(count, named[at], language)
    if len(named) > 1:
        return Whom(joined(named, language), max(number, len(named)))
    has_number = is_counted or _amount_before(named[0], language)
    return Whom(named[0], number if has_number else _guessed(named[0], language))


def group_of(label: str, count: Count | None, language: str) -> Whom:
    """A group under its label, with its number said once."""
    return whom([label], count, language) or Whom(one_line(label), SEVERAL)


def joined(texts: Sequence[str], language: str) -> str:
    """'a, b and c', each once."""
    return format_list(list(dict.fromkeys(texts)), locale=_locale(telling_language(language)))


def by_number(forms: Any, number: int, language: str) -> str:
    """One of the forms of a sentence: that of just this number, else by the plural rule of the language."""
    if isinstance(forms, str):
        return forms
    if number in forms:
        return str(forms[number])
    return str(forms.get(_locale(telling_language(language)).plural_form(number), forms["other"]))


def tidy_label(label: str, language: str) -> str:
    """'Hundreds of the participants' -> 'hundreds of participants', '6 protesters' -> 'six protesters'."""
    label = one_line(label)
    amount = _amount_before(label, language)
    if not amount:
        return label
    label = _spelled(amount.casefold(), language) + label[len(amount) :]
    return reworded(label, telling_words(language)["labels"]) or label


def _number(count: Count | None) -> int:
    if count is None:
        return SEVERAL
    return count.low if count.low == 1 or count.low == count.high else max(count.low, SEVERAL)


def _said_last(count: Count) -> int:
    """The number that stands right before the noun: '40 to 60 people'."""
    return count.low if count.high is None else count.high


def _people(count: Count, language: str) -> str:
    words = telling_words(language)
    amount = _amount(count, language)
    number = SEVERAL if _is_many(amount, words) else _said_last(count)
    form = by_number(words["people"], number, language)
    noun = form.format(amount="").strip()
    return (
        words["of_many"].format(amount=amount, noun=noun)
        if _is_many(amount, words)
        else form.format(amount=amount)
    )


def _counted(count: Count, noun: str, language: str) -> str:
    words = telling_words(language)
    amount = _amount(count, language)
    return str(words["of_many" if _is_many(amount, words) else "counted"].format(amount=amount, noun=noun))


def _is_many(amount: str, words: Any) -> bool:
    return any(amount == many or amount.endswith(f" {many}") for many in words["many"])


def _amount(count: Count, language: str) -> str:
    """In the report's own words where these are nothing but a number of this language."""
    text = one_line(count.text).casefold()
    if text and _is_amount(text, language):
        return _spelled(text, language)
    words = telling_words(language)
    low = _spelled(f"{count.low}", language)
    if count.high is None:
        return str(words["at_least"].format(amount=low))
    if count.low == count.high:
        return low
    high = _spelled(f"{count.high}", language)
    return (
        str(words["between"].format(low=low, high=high))
        if count.low
        else str(words["at_most"].format(amount=high))
    )


def _spelled(text: str, language: str) -> str:
    spelled = telling_words(language)["spelled"]
    return str(spelled.get(int(text), text)) if text.isascii() and text.isdigit() else text


def _is_amount(text: str, language: str) -> bool:
    return bool(_amount_pattern(telling_language(language)).fullmatch(text.casefold()))


@cache
def _amount_pattern(language: str) -> re.Pattern[str]:
    words = lexicon(language)
    known = {
        *words.table("numbers"),
        *words.table("multiples"),
        *words.table("vague"),
        *words.words("at_least"),
        *telling_words(language)["spelled"].values(),
    }
    listed = "|".join(re.escape(word) for word in sorted(known, key=len, reverse=True))
    one = rf"(?:{listed}|\d[\d.,]*)"
    return re.compile(rf"{one}(?:\s{one})*", re.IGNORECASE)


def _amount_before(label: str, language: str) -> str:
    """'at least 114' of 'at least 114 journalists'; empty where no number stands there."""
    found = _amount_pattern(telling_language(language)).match(label)
    return found[0] if found and label[found.end() : found.end() + 1] in ("", " ") else ""


def _wants_number(label: str, language: str) -> bool:
    """'dockers', but not 'nine dockers', 'the dockers' or a name."""
    is_determined = label.split(" ")[0] in telling_words(language)["determiners"]
    return not is_determined and not _amount_before(label, language) and _is_plural(label, language)


def _guessed(label: str, language: str) -> int:
    """A name is one person, unless it is that of several: 'the dockers'."""
    return SEVERAL if label[:1].islower() and _is_plural(label, language) else 1


def _is_plural(label: str, language: str) -> bool:
    """By the ending of its first noun: 'the lawyer of the strikers' is one."""
    words = telling_words(language)
    head = re.split(rf"\s(?:{'|'.join(words['joints'])})\s|,", label)[0]
    return head.endswith(tuple(words["plurals"])) and not head.endswith(tuple(words["not_plurals"]))


@cache
def _locale(language: str) -> Locale:
    """English as written in Britain: no comma before the 'and' of a list."""
    return Locale.parse("en_GB" if language == "en" else language)
