"""An expression tried where it can begin, and nowhere else."""

import re
from collections.abc import Iterable, Iterator


def tried(expression: re.Pattern[str], text: str, places: Iterable[int]) -> Iterator[re.Match[str]]:
    """As `finditer` of the expression, which would try every place of the text; `places` are in order."""
    end = 0
    for place in places:
        if place >= end and (match := expression.match(text, place)):
            yield match
            end = match.end()
