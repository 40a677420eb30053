"""The least work that reading can be: every dictionary and expression run once over a text, nothing concluded."""

import re
from collections.abc import Callable

from ahocorasick_rs import AhoCorasick

from tocsin.language.lexicon import lexicon
from tocsin.language.place_index import mentions
from tocsin.reading.normal import even

_SENTENCE = re.compile(r"[^.!?\n]+")
_EXPRESSIONS = tuple(
    re.compile(expression)
    for expression in (
        r"https?://[^\s<>\"]+",
        r"[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+",
        r"\(?\+?\d[\d\s().-]{6,}\d",
        r"\b\d{1,2}(?:st|nd|rd|th)?\s+[A-Z][a-z]+(?:\s+\d{4})?",
        r"\b\d{4}\b",
        r"\b[A-Z]\w+(?:\s+[A-Z]\w+)*",
    )
)


def floor() -> Callable[[str], object]:
    """For English texts: cue words, names of countries and cities, then addresses, numbers, dates and names."""
    words = lexicon("en")
    known = {
        anchor
        for part in ("incidents", "status", "demands", "asks", "roles", "offices")
        for anchor in _anchors(words.table(part))
    }
    names = {name.lower() for _, name in mentions("en")}
    matcher = AhoCorasick(sorted(known | names))

    def run(text: str) -> object:
        evened, _ = even(text)
        found = matcher.find_matches_as_indexes(evened.lower(), overlapping=True)
        return found, [expression.findall(evened) for expression in _EXPRESSIONS], _SENTENCE.findall(evened)

    return run


def _anchors(part: object) -> set[str]:
    """Every longer word of the cues, whether they stand under codes or alone."""
    if isinstance(part, dict):
        return {word for cues in part.values() for word in _anchors(cues)}
    return set(re.findall(r"\w{4,}", str(part).lower()))
