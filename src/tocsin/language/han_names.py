"""How long a Chinese name is: nothing parts it from what follows but that the name comes back and the rest does not."""

LONGEST_GIVEN = 2


def name_end(text: str, start: int, end: int, whole: str, families: frozenset[str]) -> int | None:
    """Where the name that begins at `start` ends, at most at `end`; None where no family name stands there."""
    family = next((size for size in (2, 1) if text[start : start + size] in families), 0)
    if not family:
        return None
    longest = min(end, start + family + LONGEST_GIVEN)
    shorter = longest - 1
    if shorter - start > family and whole.count(text[start:shorter]) > whole.count(text[start:longest]):
        return shorter
    return longest if longest - start > family else None
