"""How long a Chinese name is: nothing parts it from what follows but that the name comes back and the rest does not."""

LONGEST_GIVEN = 2
# What ends a list or leads to a verb: 'and others', 'was', 'in' ...; no given name ends in these.
_AFTER_NAMES = frozenset(
    "等被在的与與和或及因说說是遭把将將给給之也还還都就从從该該表已曾于於以并並而但则則为為向"
)


def name_end(text: str, start: int, end: int, whole: str, families: frozenset[str]) -> int | None:
    """Where the name that begins at `start` ends, at most at `end`; None where no family name stands there."""
    family = next((size for size in (2, 1) if text[start : start + size] in families), 0)
    if not family:
        return None
    longest = _without_tail(text, start + family, min(end, start + family + LONGEST_GIVEN))
    shorter = longest - 1
    if shorter - start > family and whole.count(text[start:shorter]) > whole.count(text[start:longest]):
        return shorter
    return longest if longest - start > family else None


def _without_tail(text: str, given: int, end: int) -> int:
    """'丁矛等' -> '丁矛'; quotes and blanks stand in no name."""
    for place in range(given, end):
        if (text[place] in _AFTER_NAMES and place > given) or not "\u3400" <= text[place] <= "\u9fff":
            return place
    return end
