"""The words around a name, for readers that mark places in a text instead of quoting it."""

FURTHEST = 120


def quote_around(text: str, start: int, end: int) -> str:
    """The name with what stands beside it on its line, at most 120 characters each way."""
    first = max(text.rfind("\n", 0, start) + 1, start - FURTHEST)
    line_end = text.find("\n", end)
    return text[first : min(line_end if line_end >= 0 else len(text), end + FURTHEST)]
