"""One cue phrase: the ways to write it out in words, or an expression; its notation stands in `phrases`."""

import re
from collections.abc import Iterable, Iterator
from functools import cached_property

from tocsin.language.phrase_anchors import Anchors, Classes, anchors_of, beginnings_of
from tocsin.language.plain_phrases import is_of_a_word, is_unspaced, ways_of

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


Unfolded = tuple[tuple[str, ...], Anchors, frozenset[str]]  # ways, anchors, beginnings


def unfolded(written: str, classes: Classes) -> Unfolded:
    """The ways to write a phrase out in full, in the order in which they are tried.

    Where it says more, its anchors and beginnings instead: every match holds one word of each set of anchors and begins
    with one of the beginnings, in lower case; there are none where nothing is certain.
    """
    even = _evened(written)
    if ways := ways_of(even, classes):
        return ways, (), frozenset()
    return (), anchors_of(even, classes), beginnings_of(even, classes)


class Phrase:
    """`written` is in the translators' notation, `code` the key that it stands under."""

    def __init__(self, code: str, written: str, classes: Classes, known: Unfolded | None = None) -> None:
        self.code = code
        self.written = _evened(written)
        self.ways, self.anchors, self._beginnings = known or unfolded(written, classes)
        self.begins_a_word = _begins_a_word(self.written)  # no letter or hyphen may stand right before it
        self.ends_a_word = _ends_a_word(self.written)  # no letter may stand right behind it
        self._classes = classes

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        return re.compile(_bounded(self.written, as_regex(self.written, self._classes)), re.IGNORECASE)

    def spans_in(self, text: str, lowered: str) -> Iterator[tuple[int, int]]:
        """As `pattern.finditer`, which would try every place of the text, where this tries those that can be.

        `lowered` is the text in lower case, letter for letter.
        """
        if not self._beginnings:
            yield from (match.span() for match in self.pattern.finditer(text))
            return
        end = 0
        for place in _places(self._beginnings, lowered):
            if place < end or (place and self.begins_a_word and joins_on(text[place - 1])):
                continue
            if match := self.pattern.match(text, place):
                yield match.span()
                end = match.end()


def _evened(written: str) -> str:
    return _LAST_OPTION.sub(r"[ (\1)]", written) if written.endswith("]") else written


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
    return (written[0].isalnum() or written[0] in "({[") and not is_unspaced(written)


def _ends_a_word(written: str) -> bool:
    return (written[-1].isalnum() or written[-1] in ")}]") and not is_unspaced(written)


def is_cut(text: str, end: int) -> bool:
    """In the middle of a word; an apostrophe ends one."""
    return is_of_a_word(text[end : end + 1]) and text[end - 1] not in "'’"


def joins_on(char: str) -> bool:
    return is_of_a_word(char) or char == "-"


def _bounded(written: str, regex: str) -> str:
    before = r"(?<![\w-])" if _begins_a_word(written) else ""
    after = r"(?:(?<=['’])|(?!\w))" if _ends_a_word(written) else ""  # "all'ambasciata"
    return f"{before}(?:{regex}){after}"
