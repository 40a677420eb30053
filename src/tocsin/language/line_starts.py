"""What a printed line begins with where it is no continuation of the line above."""

import re

_ITEM = re.compile(
    r"[\s>]*(?:cc:|[-–—*•●▪◦·‣#|\u2190-\u2bff\ue000-\uf8ff\U0001f300-\U0001faff\U000f0000-\U0010ffff]"
    r"|\(?\d{1,3}[.)]\s+[^\W\d]|\(?[a-zа-я]\)\s|\(?[ivx]{1,4}[.)]\s|[（(]?[一二三四五六七八九十]{1,2}[)）、]|\d\ufe0f?\u20e3"
    r"|[^\W\d_][\w./-]{1,24}\s?:\s)",
    re.IGNORECASE,
)


def begins_item(line: str) -> bool:
    """A bullet, '1. Name', 'b) ', 'Fax: '."""
    return _ITEM.match(line) is not None
