"""What a printed line begins with where it is no continuation of the line above."""

import re

_ITEM = re.compile(
    r"[\s>]*(?:cc:|[-–—*•●▪◦·‣#|\ue000-\uf8ff\U000f0000-\U0010ffff]|\(?\d{1,3}[.)]\s+[^\W\d]|\(?[a-z]\)\s"
    r"|[^\W\d_][\w./-]{1,24}\s?:\s)",
    re.IGNORECASE,
)


def begins_item(line: str) -> bool:
    """A bullet, '1. Name', 'b) ', 'Fax: '."""
    return _ITEM.match(line) is not None
