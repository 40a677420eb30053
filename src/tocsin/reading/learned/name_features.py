"""What the name model is told of each token: its letters, its neighbours, and what lists and rules say of it."""

from functools import lru_cache
from typing import NamedTuple

from tocsin.language.han import FIRST_HAN
from tocsin.language.lexicon import Lexicon
from tocsin.language.nominatives import is_given_form
from tocsin.language.ordinary_words import how_ordinary
from tocsin.language.person_names import further_kinds, is_family_name, is_given_name
from tocsin.language.places import city_country
from tocsin.reading.learned.models import Item
from tocsin.reading.learned.tokens import Token

REMEMBERED = 1 << 15
_LISTS = (
    "function_words", "name_particles", "titles", "office_heads", "not_names", "byline", "articles",
    "place_prepositions", "roles", "family_names", "pronouns",
)  # fmt: skip


class Seen(NamedTuple):
    """What is told of a word at its own place, and of it to the neighbours one and two places off."""

    here: tuple[str, ...]
    to_next: tuple[str, ...]
    to_before: tuple[str, ...]
    to_second: tuple[str, ...]
    to_second_before: tuple[str, ...]


class Around(NamedTuple):
    """Of the whole text: the words it also writes without a capital, and the parts of full names that rules see
    (in Chinese the pairs of characters that come more than once)."""

    small: frozenset[str]
    parts: frozenset[str]
    text: str


_NOTHING = ("-1:edge",), ("+1:edge",)


def items_of(tokens: list[Token], proposals: dict[int, str], whole: Around, words: Lexicon) -> list[Item]:
    """`proposals` tells what rules think of a token."""
    seen = [_seen(token.text, words.language) for token in tokens]
    items: list[Item] = []
    last = len(seen) - 1
    for index, (token, one) in enumerate(zip(tokens, seen, strict=True)):
        item = [*one.here, proposals.get(index, "rule:none")]
        item += seen[index - 1].to_next if index else _NOTHING[0]
        item += seen[index + 1].to_before if index < last else _NOTHING[1]
        if index > 1:
            item += seen[index - 2].to_second
        if index < last - 1:
            item += seen[index + 2].to_second_before
        if token.text >= FIRST_HAN:
            item += _of_han(tokens, index, whole)
        elif token.text[0].isupper():
            low = token.text.lower()
            item += ["small-elsewhere"] * (low in whole.small) + ["in-a-full-name"] * (low in whole.parts)
        items.append(item)
    return items


def _of_han(tokens: list[Token], index: int, whole: Around) -> Item:
    """Characters that come back together in a text are a word or a name."""
    pairs = ("".join(token.text for token in tokens[at : at + 2]) for at in (index - 1, index) if at >= 0)
    two = [f"{place}:{pair}" for place, pair in zip(("-", "+"), pairs, strict=False)]
    return [*two, *(f"{one[0]}again" for one in two if one[2:] in whole.parts)]


@lru_cache(REMEMBERED)
def _seen(word: str, language: str) -> Seen:
    from tocsin.language.lexicon import lexicon

    low, shape, marks = word.lower(), shape_of(word), _marks(word, lexicon(language))
    here = ("bias", f"w={low}", f"s={shape}", f"e3={low[-3:]}", f"e2={low[-2:]}", f"b3={low[:3]}", *marks)
    near = (f"w={low}", f"s={shape}", *marks)
    far = (f"w={low}", *marks)
    return Seen(
        here,
        tuple(f"-1:{one}" for one in near),
        tuple(f"+1:{one}" for one in near),
        tuple(f"-2:{one}" for one in far),
        tuple(f"+2:{one}" for one in far),
    )


def _marks(word: str, words: Lexicon) -> tuple[str, ...]:
    """Which lists hold the word."""
    low = word.lower().rstrip(".")
    marks = [part for part in _LISTS if low in words.words(part)]
    if not word[0].isalpha():
        return tuple(marks)
    if word[0].isupper():
        marks.append(f"ordinary:{how_ordinary(low, words.language)}")
    if is_given_name(word) or is_given_form(word, words.language):
        marks.append("given")
    if is_family_name(word):
        marks.append("family")
    if len(word) > 2 and word[0].isupper():
        marks.extend(f"further {kind}" for kind in further_kinds(word))
    if word[0].isupper() and city_country(word):
        marks.append("city")
    if len(word) > 2 and words.cues("organisations").first(word):
        marks.append("organisation")
    if len(word) > 2 and words.cues("roles").first(word):
        marks.append("role")
    return tuple(marks)


def shape_of(word: str) -> str:
    """'Zhaksylyk' -> 'Xx', 'al-Sawi' -> 'x-Xx', 'M.' -> 'X.', 'UGT' -> 'XX', '2011' -> '4d'."""
    if word.isdigit():
        return f"{min(len(word), 5)}d"
    if len(word) > 1 and word.isupper() and word[-1] != ".":
        return "XX"
    kinds = ["X" if c.isupper() else "x" if c.isalpha() else c for c in word]
    return "".join(kind for place, kind in enumerate(kinds) if not place or kind != kinds[place - 1])
