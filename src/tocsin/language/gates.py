"""A quick look whether a text holds any of many words, before slower rules are tried on it."""

from collections.abc import Iterable

from ahocorasick_rs import AhoCorasick


class Gate:
    """Opens where one of the words stands in the text, even inside another word; letter case does not matter."""

    def __init__(self, words: Iterable[str]) -> None:
        known = sorted({word.lower() for word in words if word})
        self._known = AhoCorasick(known) if known else None

    def opens(self, text: str) -> bool:
        return self._known is not None and bool(self._known.find_matches_as_indexes(text.lower()))

    def opens_at_a_word(self, text: str) -> bool:
        """The same, but not where a letter stands right before or behind: 'mar' does not open for 'market'."""
        low = text.lower()
        return self._known is not None and any(
            not low[start - 1 : start].isalpha()
            and not (low[end - 1].isalpha() and low[end : end + 1].isalpha())
            for _, start, end in self._known.find_matches_as_indexes(low, overlapping=True)
        )

    def places(self, lowered: str) -> set[int]:
        """Where one of the words begins in a text in lower case, and no other word goes on."""
        if self._known is None:
            return set()
        found = self._known.find_matches_as_indexes(lowered, overlapping=True)
        return {start for _, start, _ in found if not lowered[start - 1 : start].isalnum()}
