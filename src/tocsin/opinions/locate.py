"""Holding a second reader to the text: words that do not stand there, once and verbatim, are no evidence."""

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property

from tocsin.terms.span import Span

LONGEST_QUOTE = 600
LONGEST_NAME = 120
# A second reader is never a source of numbers or addresses.
_NUMBER_OR_ADDRESS = re.compile(r"\d|@|://|www\.", re.IGNORECASE)
_UNSPACED = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")


def is_name(words: str) -> bool:
    """Whether words may be taken at all: short, on one line, without a digit, '@' or '://'."""
    is_one_line = len(words.splitlines()) == 1 and bool(words.strip())
    return is_one_line and len(words) <= LONGEST_NAME and not _NUMBER_OR_ADDRESS.search(words)


@dataclass(frozen=True)
class SearchedText:
    """A report's text in which quotes are looked up; linear in its length for each."""

    text: str

    def quote(self, words: str) -> Span | None:
        """Where a quote stands: exactly and once, else once when any run of blanks counts as one; else None."""
        words = words.strip()
        if not words or len(words) > LONGEST_QUOTE:
            return None
        if (at := _only(self.text, words)) is not None:
            return Span(at, at + len(words))
        return None if words in self.text else self._with_other_blanks(words)

    def name(self, words: str, quote: Span) -> Span | None:
        """The first place of a whole name inside its quote, on one line."""
        pattern = r"[^\S\r\n]+".join(re.escape(word) for word in words.split())
        for found in re.finditer(pattern, self.text[quote.start : quote.end]):
            span = Span(quote.start + found.start(), quote.start + found.end())
            if span.start < span.end and self._is_whole(span):
                return span
        return None

    def _is_whole(self, span: Span) -> bool:
        """'Ann' does not stand in 'Annexe'; in scripts without blanks any place is as good as another."""
        before, after = self.text[max(0, span.start - 1) : span.start], self.text[span.end : span.end + 1]
        first, last = self.text[span.start], self.text[span.end - 1]
        return not (_is_joined(before, first) or _is_joined(last, after))

    def _with_other_blanks(self, words: str) -> Span | None:
        flat, starts = self._flat
        sought = " ".join(words.split())
        at = _only(flat, sought)
        if at is None:
            return None
        return Span(self._at(at, starts), self._at(at + len(sought) - 1, starts) + 1)

    def _at(self, flat_at: int, starts: list[int]) -> int:
        index = bisect_right(starts, flat_at) - 1
        return self._words[index].start + flat_at - starts[index]

    @cached_property
    def _words(self) -> list[Span]:
        return [Span(*word.span()) for word in re.finditer(r"\S+", self.text)]

    @cached_property
    def _flat(self) -> tuple[str, list[int]]:
        """The text with one blank between words, and where in it each word begins."""
        starts, at = [], 0
        for word in self._words:
            starts.append(at)
            at += word.end - word.start + 1
        return " ".join(self.text[word.start : word.end] for word in self._words), starts


def _only(text: str, words: str) -> int | None:
    at = text.find(words)
    return at if at >= 0 and text.find(words, at + 1) < 0 else None


def _is_joined(left: str, right: str) -> bool:
    return left.isalnum() and right.isalnum() and not _UNSPACED.match(left) and not _UNSPACED.match(right)
