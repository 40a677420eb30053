"""Stamps as a page bears them that was made a while ago, and their riddles' answers."""

import time
from unittest.mock import patch

from tocsin.delivery.take_letter import To
from tocsin.public.against_abuse.stamp import Where, new_stamp, read_stamp

NORWAY = Where(1, "NO", To(2, 3))


def stamp(seconds_ago: float = 60, where: Where = NORWAY) -> str:
    with patch("django.core.signing.time.time", return_value=time.time() - seconds_ago):
        return new_stamp(where)


def solved(stamp: str) -> str:
    """What a browser with scripts finds."""
    read = read_stamp(stamp)
    assert read
    return next(str(n) for n in range(1_000_000) if read.is_answered(str(n)))
