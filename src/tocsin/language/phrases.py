"""The notation in which translators write cue phrases, and its matcher.

`arrest*` any ending · `(a|b)` one of · `[x]` may be missing · `...` up to sixty characters between ·
`{name}` one of the phrases of a class of the same file · `organi?e` any one letter · `(the )?` may be missing, with its
blank · `#` a number in digits. Blanks match any blank; letter case does not matter.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property, lru_cache
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick

from tocsin.language.phrase_anchors import Anchors, Classes, anchors_of, anchors_of_plain, beginnings_of
from tocsin.language.plain_phrases import Words, end_of_way, is_of_a_word, is_unspaced, plain_words, ways_of

REMEMBERED = 512  # finders ask for the same sentences again and again
_TOKEN = re.compile(
    r"\.\.\.|…|\{(\w+)\}|\)\?|\]\s+|[*?#()|\[\]]|\s+|[^\s*?#(){}\[\]|]+?(?=\.\.\.|…|[\s*?#(){}\[\]|]|$)"
)
_GAP = r"[^;:!?]{0,60}?"
_LAST_OPTION = re.compile(r"\s+\[([^\[\]]+)\]$")  # with its blank, which is missing where it is
_SIMPLE = {
    "*": r"\w*",
    "?": r"\w",
    "#": r"\d[\d.,]*",
    ")?": ")?",
    "(": "(?:",
    ")": ")",
    "|": "|",
    "[": "(?:(?:",
    "]": "))?",
}


class Hit(NamedTuple):
    """`code` is the key that the phrase stands under; offsets count in the text that was searched."""

    code: str
    start: int
    end: int


Owner = tuple[int, list[list[int]]]  # a phrase, and the sets of anchors of each of which it needs one more


class Phrase:
    """One cue phrase; compiled when a text first holds its anchors."""

    def __init__(self, code: str, written: str, classes: Classes) -> None:
        self.code = code
        self.written = _LAST_OPTION.sub(r"[ (\1)]", written)
        self._classes = classes

    @cached_property
    def anchors(self) -> Anchors:
        """Every match holds one word of each set, in lower case; none where nothing is certain."""
        return (
            anchors_of(self.written, self._classes) if self._words is None else anchors_of_plain(self._words)
        )

    @cached_property
    def beginnings(self) -> frozenset[str]:
        """Every match begins with one of them, in lower case; none where nothing is certain."""
        if self._words is not None:
            return frozenset([self._words[0][0]])
        return beginnings_of(self.written, self._classes)

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        return re.compile(_bounded(self.written, as_regex(self.written, self._classes)), re.IGNORECASE)

    @cached_property
    def _words(self) -> Words | None:
        return plain_words(self.written)

    @cached_property
    def _ways(self) -> tuple[Words, ...]:
        return (self._words,) if self._words else ways_of(self.written, self._classes)

    @cached_property
    def _begins_a_word(self) -> bool:
        return _begins_a_word(self.written)

    @cached_property
    def _ends_a_word(self) -> bool:
        return _ends_a_word(self.written)

    def spans_in(self, text: str, lowered: str) -> Iterator[tuple[int, int]]:
        """As `pattern.finditer`, which would try every place of the text, where this tries those that can be."""
        if not self.beginnings or len(lowered) != len(text):
            yield from (match.span() for match in self.pattern.finditer(text))
            return
        end = 0
        for place in _places(self.beginnings, lowered):
            if place < end or (place and self._begins_a_word and _joins_on(text[place - 1])):
                continue
            if (found := self._end(text, lowered, place)) is not None:
                yield place, found
                end = found

    def _end(self, text: str, lowered: str, place: int) -> int | None:
        for way in self._ways:
            end = end_of_way(way, text, lowered, place)
            if end is not None and not (self._ends_a_word and _is_cut(text, end)):
                return end
        match = None if self._ways else self.pattern.match(text, place)
        return match.end() if match else None


class Phrases:
    """Cue phrases under codes: `find` yields where each one stands in a text."""

    def __init__(self, by_code: Mapping[str, Iterable[str]], classes: Classes) -> None:
        self._all = [Phrase(code, one, classes) for code, ones in by_code.items() for one in ones]
        self._search = lru_cache(maxsize=REMEMBERED)(self._found)

    @cached_property
    def _unanchored(self) -> frozenset[int]:
        return frozenset(i for i, phrase in enumerate(self._all) if not phrase.anchors)

    @cached_property
    def _by_anchor(self) -> tuple[AhoCorasick, list[list[Owner]]]:
        """One pass over a text tells which few phrases are worth trying: those owned by a rarest word it holds."""
        numbers: dict[str, int] = {}
        owners: dict[int, list[Owner]] = {}
        for index, phrase in enumerate(self._all):
            sets = [[numbers.setdefault(one, len(numbers)) for one in ones] for ones in phrase.anchors]
            for number in sets[0] if sets else ():
                owners.setdefault(number, []).append((index, sets[1:]))
        return AhoCorasick(list(numbers)), [owners.get(number, []) for number in range(len(numbers))]

    def _found(self, text: str) -> tuple[Hit, ...]:
        lowered = text.lower()
        matcher, owners = self._by_anchor
        met = {match[0] for match in matcher.find_matches_as_indexes(lowered, overlapping=True)}
        tried = set(self._unanchored)
        for number in met:
            for index, others in owners[number]:
                if not others or not any(map(met.isdisjoint, others)):
                    tried.add(index)
        return (
            ()
            if not tried
            else tuple(
                Hit(self._all[index].code, start, end)
                for index in sorted(tried)
                for start, end in self._all[index].spans_in(text, lowered)
            )
        )

    def find(self, text: str) -> tuple[Hit, ...]:
        """Every hit, in the order of the list, not of the text."""
        return self._search(text)

    def first(self, text: str) -> Hit | None:
        """The earliest hit; of those that begin together the longest."""
        hits = self._search(text)
        return min(hits, key=_by_place) if hits else None

    def codes(self, text: str) -> list[str]:
        """The codes found, each once, in the order of the list."""
        hits = self._search(text)
        return list(dict.fromkeys(hit.code for hit in hits)) if hits else []


def _by_place(hit: Hit) -> tuple[int, int]:
    return hit.start, -hit.end


def _places(ones: Iterable[str], text: str) -> list[int]:
    """Where any of them stands, in order."""
    found: set[int] = set()
    for one in ones:
        place = text.find(one)
        while place >= 0:
            found.add(place)
            place = text.find(one, place + 1)
    return sorted(found)


def as_regex(written: str, classes: Classes) -> str:
    """The notation as a regular expression, without word bounds at its ends."""
    parts: list[str] = []
    for match in _TOKEN.finditer(written.strip()):
        token = match[0]
        if match[1]:
            parts.append("(?:" + "|".join(as_regex(one, classes) for one in classes[match[1]]) + ")")
        elif token in ("...", "…"):
            parts.append(_GAP)
        elif token[0] == "]" and len(token) > 1:
            parts.append(r")\s+)?")  # the blank that follows a missing word is missing too
        elif token.isspace():
            parts.append(r"\s+")
        else:
            parts.append(_SIMPLE.get(token) or re.escape(token))
    return "".join(parts).replace(rf"\s+{_GAP}\s+", rf"\b{_GAP}\b")


def _begins_a_word(written: str) -> bool:
    """No letter or hyphen may stand right before it."""
    return not is_unspaced(written) and (written[0].isalnum() or written[0] in "({[")


def _ends_a_word(written: str) -> bool:
    """No letter may stand right behind it."""
    return written[-1].isalnum() or written[-1] in ")}]"


def _is_cut(text: str, end: int) -> bool:
    """In the middle of a word; an apostrophe ends one."""
    return is_of_a_word(text[end : end + 1]) and text[end - 1] not in "'’"


def _joins_on(char: str) -> bool:
    return is_of_a_word(char) or char == "-"


def _bounded(written: str, regex: str) -> str:
    if is_unspaced(written):
        return regex
    before = r"(?<![\w-])" if _begins_a_word(written) else ""
    after = r"(?:(?<=['’])|(?!\w))" if _ends_a_word(written) else ""  # "all'ambasciata"
    return f"{before}(?:{regex}){after}"
