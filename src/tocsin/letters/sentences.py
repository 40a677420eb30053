"""The sentences of a letter."""

import re

from tocsin.letters.plain_text import one_line

_BULLET = re.compile(r"^(?:[-–—*•·►▪]\s*|\(?\d{1,2}[.)]\s+)")
# After a stop and a blank, but not after an initial or a short form such as 'Mr.' or 'г.'; in Chinese after the stop.
_END = re.compile(r"(?<=[.!?…؟।])(?<!\b[^\W\d_]\.)(?<!\b[^\W\d_]{2}\.)\s+|(?<=[。！？])")


def sentences(text: str) -> list[str]:
    """In order, each one line; the lines of a list are sentences of their own, without their bullets."""
    found: list[str] = []
    block: list[str] = []
    for line in [*text.splitlines(), ""]:
        bare = line.strip()
        is_listed = bool(_BULLET.match(bare))
        if is_listed or not bare:
            found += _END.split(one_line(" ".join(block)))
            block = []
        if is_listed:
            found.append(_BULLET.sub("", bare))
        elif bare:
            block.append(bare)
    return [one for one in (part.strip() for part in found) if one]


def listed(text: str) -> list[str]:
    """The lines of a list alone, without their bullets."""
    lines = (one_line(line) for line in text.splitlines())
    return [_BULLET.sub("", line) for line in lines if _BULLET.match(line)]
