"""Words of a line, cut where they are too long for it."""

LONGEST_LINE = 120


def shortened(words: str, most: int = LONGEST_LINE) -> str:
    return words if len(words) <= most else f"{words[: most - 1].rstrip()}…"
