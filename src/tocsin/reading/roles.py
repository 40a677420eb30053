"""Who a person is, as the text gives it: 'trade union's lawyer'."""

import re

from tocsin.language.lexicon import Lexicon
from tocsin.language.names import Name
from tocsin.reading.marks import Marked
from tocsin.terms.span import Span

MOST_WORDS, LONGEST = 5, 120


def role_of(marked: Marked, name: Name, words: Lexicon) -> tuple[str, Span] | None:
    return _before(marked, name, words) or _after(marked, name, words)


def _before(marked: Marked, name: Name, words: Lexicon) -> tuple[str, Span] | None:
    """The lower-case words in front, back to an article or verb."""
    head = marked.text[: name.start].rstrip(" ,")
    pieces = list(re.finditer(r"[\w'’-]+", head))[-MOST_WORDS:]
    stops = words.words("function_words") - words.words("roles_kept")
    kept: list[re.Match[str]] = []
    for piece in reversed(pieces):
        is_stop = piece[0].lower() in stops and piece[0].lower() not in words.words("roles")
        gap = head[piece.end() : kept[0].start() if kept else len(head)]
        if is_stop or re.search(r"[^\s]", gap):
            break
        kept.insert(0, piece)
    if not kept or not words.cues("roles").first(head[kept[0].start() :]):
        return None
    start, end = kept[0].start(), kept[-1].end()
    return head[start:end], marked.span(start, end)


def _after(marked: Marked, name: Name, words: Lexicon) -> tuple[str, Span] | None:
    """An apposition: 'Name, 58, editor of the website'."""
    match = re.match(
        r"\s*,\s*(?:(?:aged\s+)?\d{1,2}(?:\s+years? old)?\s*,\s*)?([^.;:!?]{3,120})", marked.text[name.end :]
    )
    if not match:
        return None
    text = re.split(r",|\s[–—-]\s|\b(?:who|was|were|has|is|had|which)\b", match[1])[0].strip()
    if not text or len(text) > LONGEST or not words.cues("roles").first(text[:60]):
        return None
    start = name.end + match.start(1)
    return text, marked.span(start, start + len(text))
