"""Rules that a translator can write: `["calling for {thing}", "{thing}"]`."""

import re
from collections.abc import Iterable, Sequence
from functools import cache

Rules = Iterable[Sequence[str]]


def reworded(text: str, rules: Rules) -> str | None:
    """`text` by the first rule that fits the whole of it; None where none does."""
    for form, put in rules:
        found = _pattern(form).fullmatch(text)
        if found:
            return put.format(**found.groupdict())
    return None


@cache
def _pattern(form: str) -> re.Pattern[str]:
    """Every other piece is the name of a slot, which takes as few characters as it can, but one."""
    pieces = re.split(r"\{(\w+)\}", form)
    parts = (f"(?P<{p}>.+?)" if n % 2 else re.escape(p) for n, p in enumerate(pieces))
    return re.compile("".join(parts), re.IGNORECASE)
