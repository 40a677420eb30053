"""Numbers that stand together: 'seven men and a woman', 'Jane Roe and three others', 'with 21 other editors'."""

import re
from itertools import pairwise

from tocsin.language.lexicon import Lexicon
from tocsin.language.phrases import Hit
from tocsin.reading.affected import Cast
from tocsin.reading.counted import Counted, is_actor
from tocsin.reading.counts import FoundCount
from tocsin.reading.marks import Marked
from tocsin.terms.count import Count

OTHERS = 12  # letters before a number in which 'another', 'mais' or 'otros' stands
OWN = 24  # letters beside a number in which its own verb stands
LONGEST_NOTE = 25  # letters between names of a list: 'Jane Roe (34), John Roe'
_AND = re.compile(
    r"\s*(?:\([^)]*\)\s*)?(?:,\s*)?(?:and|as well as|y|e|et|ainsi que|und|sowie|i|a|и|og|[,、和及])?\s*"
)
_JOINED = re.compile(r"\s*(?:\([^)]*\)\s*)?(?:[,;、&]|及|和|与|\b(?:and|y|e|et|und|и|i|a|og)\b)")


def with_those_beside(
    marked: Marked, found: FoundCount, hit: Hit, affected: tuple[str, ...], cast: Cast, words: Lexicon
) -> Counted:
    """The number with the one it is joined to, or with the people named before 'and three others'."""
    counts = [found, *_joined_to(marked, found, hit, words)]
    start, end = min(c.start for c in counts), max(c.end for c in counts)
    more = _named_beside(marked, found, affected, cast, words) if len(counts) == 1 else 0
    low = sum(c.count.low for c in counts) + more
    highs = [c.count.high for c in counts if c.count.high is not None]
    high = sum(highs) + more if len(highs) == len(counts) else None
    text = found.count.text if len(counts) == 1 else marked.text[start:end]
    return Count(low, high, text), marked.span(start, end)


def _joined_to(marked: Marked, found: FoundCount, hit: Hit, words: Lexicon) -> list[FoundCount]:
    """'Seven men and a woman were arrested'; not 'they killed two and thirty workers were hurt'."""
    people = [c for c in marked.counts if c.noun and not is_actor(c, words)]
    for first, second in pairwise(people):
        between = marked.text[first.noun_end : second.start]
        if found not in (first, second) or not between.strip() or not _AND.fullmatch(between):
            continue
        if _says_what_befell(found, hit) or _is_another_group(marked.text, first, second, words):
            continue
        if _befell_apart(marked.text, first, second, words):
            continue
        verb = words.cues("verbs_after").first(marked.text[second.noun_end : second.noun_end + 30])
        is_subject = verb is not None and verb.start < 4
        if (hit.start >= second.noun_end) == is_subject or hit.start >= second.noun_end:
            return [second if found is first else first]
    return []


def _says_what_befell(count: FoundCount, hit: Hit) -> bool:
    """'Six dead and two missing': each number has an event of its own."""
    return count.end <= hit.start and hit.end <= count.noun_end


def _befell_apart(text: str, first: FoundCount, second: FoundCount, words: Lexicon) -> bool:
    """'Погибли 13 человек, 86 человек ранены', 'hundreds arrested, six people in hospital': each befell something else."""
    befell = words.cues("incidents")
    if (befell.first(first.noun) is None) != (befell.first(second.noun) is None):
        return True
    before, after = text[max(0, first.start - OWN) : first.start], text[second.noun_end :][:OWN]
    led = {hit.code for hit in befell.find(before) if not before[hit.end :].strip()}
    ends = {hit.code for hit in befell.find(after) if len(after[: hit.start].split()) < 2}
    return bool(led and ends) and led.isdisjoint(ends)


def _is_another_group(text: str, first: FoundCount, second: FoundCount, words: Lexicon) -> bool:
    """'After a vigil for the seven, ten others were arrested'."""
    is_listed = text[first.noun_end : second.start].strip() == ","
    return is_listed and words.cues("others").first(text[second.end : second.noun_end]) is not None


def _named_beside(
    marked: Marked, found: FoundCount, affected: tuple[str, ...], cast: Cast, words: Lexicon
) -> int:
    """How many are named besides the 'others' that are counted."""
    beginning = max(0, found.start - OTHERS)
    if words.cues("others").first(marked.text[beginning : found.noun_end]) is None:
        return 0
    listed = _listed_before(marked, found)
    if listed or not words.cues("along_with").first(
        marked.text[max(0, found.start - OTHERS) : found.start + 1]
    ):
        return listed
    whole = marked.sentence.span
    return len(
        {
            name
            for span, name in cast.within(whole)
            if name in affected and span.end <= whole.start + found.start
        }
    )


def _listed_before(marked: Marked, found: FoundCount) -> int:
    """The names of the list that the number ends."""
    listed, end = 0, found.start
    for name in sorted(marked.people, key=lambda one: -one.start):
        between = marked.text[name.end : end] if name.end <= end else None
        if between is None:
            continue
        if len(between) > LONGEST_NOTE or not _JOINED.match(between):
            break
        listed, end = listed + 1, name.start
    return listed
