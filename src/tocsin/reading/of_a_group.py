"""What is said of a group of which a name is given: 'arrested several workers, including Jane Roe'."""

import re

from tocsin.language.lexicon import Lexicon
from tocsin.language.phrases import Hit
from tocsin.reading.happened import is_reported
from tocsin.reading.marks import Marked

OF_A_GROUP = "said of a group of which names are given"
REACH, FARTHEST, LONGEST_DESCRIPTION = 200, 110, 60
SAYING = frozenset({"said", "refused", "changed"})  # not the mere word for a body that may speak
_BROKEN = re.compile(r"[.;!?。；]")


def told_of_group(marked: Marked, first: int, words: Lexicon) -> Hit | None:
    """What befell those of whom the names at `first` are given, in the same sentence; offsets count in it."""
    start = max(0, first - REACH)
    window = marked.text[start:first]
    cue = max(words.cues("group_named").find(window), key=lambda hit: (hit.end, -hit.start), default=None)
    if cue is None or len(window) - cue.end > LONGEST_DESCRIPTION or _BROKEN.search(window[cue.end :]):
        return None
    before = window[: cue.start]
    hits = [*words.cues("status").find(before), *words.cues("group_status").find(before)]
    last = max(hits, key=lambda hit: (hit.end, -hit.start), default=None)
    if last is None or _is_parted(before[last.start :], words):
        return None
    hit = Hit(last.code, start + last.start, start + last.end)
    return hit if is_reported(marked, hit, words) else None


def _is_parted(between: str, words: Lexicon) -> bool:
    """Others speak or protest between what befell somebody and the names: 'was denounced by many, among them'."""
    if len(between) > FARTHEST or _BROKEN.search(between):
        return True
    speaks = not SAYING.isdisjoint(words.cues("statements").codes(between))
    return speaks or words.cues("protesting").first(between) is not None
