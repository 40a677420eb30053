"""The people of long lists, in place of what the name model sees in their rows."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from tocsin.language.names import Name
from tocsin.reading.document import Sentence
from tocsin.reading.listed.entries import Entry, NameList
from tocsin.reading.normal import even
from tocsin.terms.span import Span

SURE = 0.95


class Listed:
    """All entries of a text by where their names stand."""

    def __init__(self, lists: Sequence[NameList]) -> None:
        self._entries = sorted((entry for one in lists for entry in one.entries), key=lambda e: e.name)
        self._starts = [entry.name.start for entry in self._entries]
        self._tables = sorted(one.span for one in lists if one.is_table)

    def named_in(self, sentence: Sentence, people: tuple[Name, ...]) -> tuple[Name, ...]:
        """`people` as the model saw them, but for the rows of a list, which say themselves whom they name."""
        low = bisect_left(self._starts, sentence.span.start)
        entries = self._entries[low : bisect_right(self._starts, sentence.span.end - 1)]
        if not entries and not self._is_in_table(sentence.span):
            return people
        listed = [_name(sentence, entry) for entry in entries]
        free = (one for one in people if not self._is_told(sentence.at(one.start, one.end), entries))
        return tuple(sorted((*listed, *free), key=lambda name: name.start))

    def _is_told(self, span: Span, entries: list[Entry]) -> bool:
        return self._is_in_table(span) or any(entry.name.overlaps(span) for entry in entries)

    def _is_in_table(self, span: Span) -> bool:
        at = bisect_right(self._tables, (span.start, span.end))
        return any(table.overlaps(span) for table in self._tables[max(0, at - 1) : at + 1])


def _name(sentence: Sentence, entry: Entry) -> Name:
    start, end = sentence.offset(entry.name.start), sentence.offset(entry.name.end)
    return Name(start, end, even(entry.text)[0], None, SURE)
