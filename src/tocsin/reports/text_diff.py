"""What changed between two versions of a text: paragraph by paragraph, and inside a paragraph word by word."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

# A paragraph of more words than this is shown as taken out and put in whole.
MOST_WORDS = 2_000


class Change(StrEnum):
    SAME = "same"
    ADDED = "added"
    REMOVED = "removed"


Piece = tuple[Change, str]


@dataclass(frozen=True)
class Paragraph:
    """Its pieces in order. Without the added ones it is the old text, without the removed ones the new."""

    pieces: tuple[Piece, ...]

    @property
    def is_same(self) -> bool:
        return all(change == Change.SAME for change, _text in self.pieces)


def text_diff(old: str, new: str) -> list[Paragraph]:
    """Both texts whole, line by line; blank lines are left out."""
    before, after = _lines(old), _lines(new)
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    return [
        paragraph
        for tag, a, b, c, d in matcher.get_opcodes()
        for paragraph in _paragraphs(tag, before[a:b], after[c:d])
    ]


def _lines(text: str) -> list[str]:
    return [" ".join(line.split()) for line in text.splitlines() if line.strip()]


def _paragraphs(tag: str, old: Sequence[str], new: Sequence[str]) -> Iterator[Paragraph]:
    if tag == "equal":
        yield from (Paragraph(((Change.SAME, line),)) for line in new)
        return
    both = min(len(old), len(new))
    yield from (Paragraph(tuple(_words(was, now))) for was, now in zip(old, new, strict=False))
    yield from (Paragraph(((Change.REMOVED, line),)) for line in old[both:])
    yield from (Paragraph(((Change.ADDED, line),)) for line in new[both:])


def _words(old: str, new: str) -> Iterator[Piece]:
    before, after = _split(old), _split(new)
    if max(len(before), len(after)) > 2 * MOST_WORDS:
        yield from ((Change.REMOVED, old), (Change.ADDED, new))
        return
    for tag, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag == "equal":
            yield Change.SAME, "".join(after[c:d])
            continue
        if b > a:
            yield Change.REMOVED, "".join(before[a:b])
        if d > c:
            yield Change.ADDED, "".join(after[c:d])


def _split(line: str) -> list[str]:
    """Words and the spaces between them; joined again they are the line."""
    return re.findall(r"\s+|[^\s]+", line)
