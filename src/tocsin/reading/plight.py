"""What has happened to a named person, read from the words around the name."""

import re
from collections.abc import Iterator
from functools import cache

from tocsin.language.lexicon import Lexicon
from tocsin.language.names import Name
from tocsin.language.phrases import Hit
from tocsin.reading.evidence import AUXILIARY, BEFORE, BRIDGE, VERBS, Evidence, evidence, is_fact
from tocsin.reading.marks import Marked
from tocsin.reading.said_after import said_after, speaks_of
from tocsin.reading.said_before import listed_after_colon, named_of_group, said_before
from tocsin.reading.said_beside import said_beside


def evidence_for(marked: Marked, name: Name, words: Lexicon) -> Iterator[Evidence]:
    """Cues after the name that speak of it, and cues before that lead to it."""
    yield from said_after(marked, name, words)
    yield from said_before(marked, name, words)
    yield from said_beside(marked, name, words)
    yield from listed_after_colon(marked, name, words)
    yield from named_of_group(marked, name, words)


def pronoun_evidence(marked: Marked, words: Lexicon) -> Iterator[Evidence]:
    """Cues after 'she' or 'he' near the beginning, or after 'her' and 'his'."""
    for match in pronoun_pattern(words).finditer(marked.text[:160]):
        yield from _said_of(marked, match.end(), words, "said of a pronoun after the name")
    yield from _said_of_role(marked, words)


def _said_of_role(marked: Marked, words: Lexicon) -> Iterator[Evidence]:
    """'The editor of the weekly is accused': the one person named before, called by what she does."""
    article = re.match(r"\w+\s+", marked.text)
    if (
        not article
        or article[0].strip().lower() not in words.words("articles") - {"a", "an"}
        or marked.people
    ):
        return
    role = words.cues("roles").first(marked.text[article.end() : article.end() + 30])
    if role is None or role.start > 0:
        return
    for hit in words.cues("status").find(marked.text):
        between = marked.text[article.end() + role.end : hit.start]
        is_next = AUXILIARY.match(marked.text[hit.start : hit.end]) and len(between) < BRIDGE
        if is_next and between[:1] == " " and not VERBS.search(between) and "," not in between:
            yield evidence(marked, hit, 0, "said of the role of the one named before", False)


@cache
def pronoun_pattern(words: Lexicon) -> re.Pattern[str]:
    """'he', 'she', 'her' ... as words of their own."""
    pronouns = "|".join(sorted(words.words("pronouns"), key=len, reverse=True))
    return re.compile(rf"(?i)(?<!\w)(?:{pronouns or '(?!)'})(?!\w)")


def evidence_for_all(marked: Marked, reference: Hit, words: Lexicon) -> Iterator[Evidence]:
    """What is said of 'both', 'the three' or 'them', before or after the word."""
    rule = "said of people named together before"
    yield from _said_of(marked, reference.end, words, rule)
    start = max(0, reference.start - BEFORE)
    window = marked.text[start : reference.start]
    for hit in words.cues("status").find(window):
        if not window[hit.end :].strip() and is_fact(marked, start, hit, words):
            yield evidence(marked, hit, start, rule, False)


def _said_of(marked: Marked, offset: int, words: Lexicon, rule: str) -> Iterator[Evidence]:
    window = marked.text[offset : offset + 90]
    for hit in words.cues("status").find(window):
        cue = window[hit.start : hit.end]
        if speaks_of(window[: hit.start], cue, words) and is_fact(marked, offset, hit, words):
            yield evidence(marked, hit, offset, rule, False)
