"""Whose the words for a plight are: those nearest to a name, unless somebody else stands nearer to them."""

import re
from collections.abc import Iterator

from tocsin.language.lexicon import Lexicon
from tocsin.language.names import Name
from tocsin.language.phrases import Hit
from tocsin.reading.marks import Marked

ADJACENT, NEAR = 2, 6  # words between
_WORD = re.compile(r"\w+")
_BREAK = re.compile(r"[,;:.()–—-]\s|[,;:.()]$")


def of_nearest(marked: Marked, name: Name, words: Lexicon) -> Iterator[str]:
    """On each side the nearest words for a plight: how far off, in the same clause or not, and nearest to whom."""
    hits = list(words.cues("plights").find(marked.text))
    before = max((hit for hit in hits if hit.end <= name.start), key=lambda hit: hit.end, default=None)
    after = min((hit for hit in hits if hit.start >= name.end), key=lambda hit: hit.start, default=None)
    if before:
        yield from _told(marked, name, before, marked.text[before.end : name.start], "<")
    if after:
        yield from _told(marked, name, after, marked.text[name.end : after.start], ">")


def _told(marked: Marked, name: Name, hit: Hit, between: str, side: str) -> Iterator[str]:
    far = len(_WORD.findall(between))
    reach = "adjacent" if far <= ADJACENT else "near" if far <= NEAR else "far"
    clause = "" if _BREAK.search(between) is None else ", "
    whose = "own" if _is_nearest(marked, name, hit) else "another's"
    yield f"plight{side} {whose} {clause}{reach}"
    yield f"plight{side} {whose} {hit.code}"


def _is_nearest(marked: Marked, name: Name, hit: Hit) -> bool:
    """Nobody else is named between, or nearer on the other side."""
    gap = _gap(name, hit)
    return all(_gap(other, hit) >= gap for other in marked.people if other.start != name.start)


def _gap(name: Name, hit: Hit) -> int:
    return max(hit.start - name.end, name.start - hit.end)
