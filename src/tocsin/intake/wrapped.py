"""Lines that a page broke only because it was full, made one line again."""

from tocsin.language.line_starts import begins_item

FULL = 0.75  # of the usual full line
FEWEST, NARROWEST = 4, 40


def unwrapped(text: str) -> str:
    """A line as wide as the page's lines runs on into the next, unless that begins an item or a label."""
    lines = text.split("\n")
    lengths = sorted(len(line) for line in lines if line.strip())
    width = lengths[int(len(lengths) * 0.9) - 1] if len(lengths) >= FEWEST else 0
    if width < NARROWEST:
        return text
    joined: list[str] = []
    last = 0
    for line in lines:
        if joined and _runs_on(joined[-1], line, last, width):
            joined[-1] += " " + line.lstrip()
        else:
            joined.append(line)
        last = len(line)
    return "\n".join(joined)


def _runs_on(before: str, line: str, last: int, width: int) -> bool:
    """`last` is how long the line above was on the page."""
    if not before.strip() or not line.strip() or before.endswith("-"):
        return False
    return last >= width * FULL and not begins_item(line)
