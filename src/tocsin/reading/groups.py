"""People at risk without names: 'hundreds detained', 'nine women'."""

import re
from dataclasses import replace

from tocsin.language.lexicon import Lexicon
from tocsin.language.phrases import Hit
from tocsin.reading.counted import is_actor, is_part_of_another, stands_for_people
from tocsin.reading.counts import FoundCount
from tocsin.reading.happened import is_reported
from tocsin.reading.marks import Marked, Material
from tocsin.reading.sections import Section
from tocsin.terms.people import Group

LONGEST_LABEL = 60
REACH = 110
# What people are or do, where another status says what was done to them.
WAYS_OF_LIFE = frozenset({"on_strike", "at_risk", "other"})
SKIPPED = frozenset({Section.CONTACTS, Section.COPIES, Section.DEMANDS})
OTHER_CLAUSE = 40
VERB = 14  # letters between those counted and the word for what befell them: ' were shot and '
_AND = re.compile(r"\b(?:and|while|y|e|et|und|i|a|og|и|а)\b")
_CLAUSE = re.compile(r"[,;–—]")


def find_groups(material: Material) -> tuple[Group, ...]:
    """A number of people and, near it in the sentence, what happened to them."""
    found: dict[tuple[int, str], Group] = {}
    for marked in material.marked:
        if marked.section in SKIPPED:
            continue
        for count in marked.counts:
            status = _status(marked, count, material.words) or _status_of_part(marked, count, material.words)
            is_people = count.noun or stands_for_people(marked, count, material.words)
            if status and count.count.low > 1 and is_people and not is_actor(count, material.words):
                group = _group(marked, count, status)
                known = found.get((count.count.low, status))
                found[(count.count.low, status)] = _joined(known, group) if known else group
    return _told_once(list(found.values()))


def _told_once(groups: list[Group]) -> tuple[Group, ...]:
    """'Nine women were beaten. They were strikers': the same nine women, by what befell them."""
    kept = [group for group in groups if group.status not in WAYS_OF_LIFE]
    for group in groups:
        if group.status not in WAYS_OF_LIFE:
            continue
        same = next((i for i, other in enumerate(kept) if _is_same(other, group)), None)
        if same is None:
            kept.append(group)
        else:
            kept[same] = replace(kept[same], spans=(*kept[same].spans, *group.spans))
    return tuple(sorted(kept, key=lambda group: group.spans[0]))


def _is_same(a: Group, b: Group) -> bool:
    return a.label.casefold() == b.label.casefold()


def _joined(a: Group, b: Group) -> Group:
    label = max(a.label, b.label, key=len)
    return Group(
        label, a.count, a.status, (*a.spans, *b.spans), a.field_spans, max(a.confidence, b.confidence), a.rule
    )


def _status(marked: Marked, count: FoundCount, words: Lexicon) -> str | None:
    hits = [
        hit
        for hit in words.cues("group_status").find(marked.text)
        if is_reported(marked, hit, words) and -REACH < hit.start - count.noun_end < REACH
    ]
    hits = [hit for hit in hits if not _is_told_of_others(marked, count, hit)]
    near = min(hits, key=lambda h: _distance(marked.text, count, h), default=None)
    return near.code if near and _distance(marked.text, count, near) < REACH else None


def _status_of_part(marked: Marked, count: FoundCount, words: Lexicon) -> str | None:
    """'75 dissidents, among them 27 journalists, who were arrested': what befell the part befell the whole."""
    part = next((c for c in marked.counts if c.start > count.noun_end), None)
    if part is None or not is_part_of_another(marked.text, part, words):
        return None
    return _status(marked, part, words)


def _is_told_of_others(marked: Marked, count: FoundCount, hit: Hit) -> bool:
    """'11 people were killed and 86 were wounded': the 11 were killed."""
    if hit.end > count.start or not _AND.search(marked.text, hit.end, count.start):
        return False
    return any(0 <= hit.start - other.noun_end <= VERB for other in marked.counts)


def _distance(text: str, count: FoundCount, hit: Hit) -> int:
    """In letters; another clause between counts as far."""
    is_after = hit.start >= count.noun_end
    between = text[count.noun_end : hit.start] if is_after else text[hit.end : count.start]
    return len(between) + OTHER_CLAUSE * len(_CLAUSE.findall(between))


def _group(marked: Marked, count: FoundCount, status: str) -> Group:
    text = marked.text[count.start : count.noun_end].strip()[:LONGEST_LABEL]
    span = marked.span(count.start, count.noun_end)
    return Group(
        text,
        count.count,
        status,
        (span,),
        {"count": (marked.span(count.start, count.end),)},
        0.7,
        f"{status}: number of people beside it",
    )
