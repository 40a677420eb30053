"""What earlier layouts have claimed of a page."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable

from tocsin.reading.contacts.entry import Bounds


class Taken:
    """Stretches of the text, in order and without overlaps, so that asking takes the same time in a long text."""

    def __init__(self, bounds: Iterable[Bounds]) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        for start, end in sorted(bounds):
            if self._ends and start < self._ends[-1]:
                self._ends[-1] = max(self._ends[-1], end)
            else:
                self._starts.append(start)
                self._ends.append(end)

    def holds(self, position: int) -> bool:
        return self.touches(position, position + 1)

    def touches(self, start: int, end: int) -> bool:
        index = bisect_left(self._starts, end)
        return index > 0 and self._ends[index - 1] > start

    def end_before(self, position: int) -> int:
        """Where the last stretch ends that is over at a position; 0 where none is."""
        index = bisect_right(self._ends, position)
        return self._ends[index - 1] if index else 0
