"""A part of the state printed where an office would stand: 'Ministry of Justice: Mr Roe', or on the line below 'Dr Roe'."""

import re

from tocsin.language.lexicon import Lexicon, lexicon
from tocsin.language.names import Name
from tocsin.reading.marks import Marked
from tocsin.terms.span import Span

LONGEST_LINE, FIRST = 90, 8
_COLON = re.compile(r"\s*[:–—]\s*(?:[^\W\d_]{1,5}\.?\s+)?")


def body_before(marked: Marked, name: Name, words: Lexicon) -> tuple[str, Span] | None:
    """'Ministère de l'intérieur : M. Roe', where the line begins with the body; without a title it may be a street."""
    if name.title is None:
        return None
    before = marked.text[: name.start]
    colon = max(before.rfind(mark) for mark in ":–—")
    if colon <= 0 or len(before) > LONGEST_LINE or not _COLON.fullmatch(before, _end(before, colon)):
        return None
    body = before[: _end(before, colon)]
    start = len(body) - len(body.lstrip(" -•*"))
    if not _is_of_state(body[start:], words):
        return None
    return body[start:], marked.span(start, len(body))


def body_below(line: Marked, name: Name, words: Lexicon) -> tuple[str, Span] | None:
    """'Dr. Jane Roe' and on the next line 'Governo do Estado': who is titled so has an office there."""
    text = line.text.strip(" ,")
    if name.title is None or len(text) > LONGEST_LINE or text[-1:] in ".!?" or not _is_of_state(text, words):
        return None
    return text, line.sentence.span


def _end(before: str, colon: int) -> int:
    return len(before[:colon].rstrip())


def _is_of_state(body: str, words: Lexicon) -> bool:
    """Begins with a ministry, a court, a government ..., and goes on: 'Police' alone is no address."""
    if " " not in body:
        return False
    return any(
        hit.code == "authority" and hit.start <= FIRST
        for speech in dict.fromkeys((words, lexicon("en")))
        for hit in speech.cues("organisations").find(body)
    )
