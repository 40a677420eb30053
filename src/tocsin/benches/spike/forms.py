"""What a supporter's browser would send, with its riddle solved: made beforehand, so that solving is not measured."""

import hashlib
import time
from collections.abc import Iterator
from itertools import count
from unittest.mock import patch
from urllib.parse import urlencode

from tocsin.delivery.take_letter import To
from tocsin.public.against_abuse.stamp import BITS, Where, new_stamp

from .stage import BODY, COUNTRY, SUBJECT, Stage

AGO = 60  # seconds since the page was made


def forms(stage: Stage, letters: int, csrf: str, run: str) -> Iterator[bytes]:
    """So many, each of another supporter of this `run`; form-encoded."""
    for number in range(letters):
        stamp = _stamp(stage)
        form = {
            "csrfmiddlewaretoken": csrf,
            "country": COUNTRY,
            "to": str(stage.target.pk),
            "language": "en",
            "subject": SUBJECT,
            "body": BODY,
            "name": f"Sam {number}",
            "email": f"{run}{number}@spike.example",
            "website": "",
            "stamp": stamp,
            "solved": _solved(stamp),
        }
        yield urlencode(form).encode()


def _stamp(stage: Stage) -> str:
    where = Where(stage.action.pk, COUNTRY, To(stage.target.pk, stage.email.pk))
    with patch("django.core.signing.time.time", return_value=time.time() - AGO):
        return new_stamp(where)


def _solved(stamp: str) -> str:
    """As the page's own script does it."""
    begun = hashlib.sha256(f"{stamp}:".encode())
    for answer in count():
        digest = begun.copy()
        digest.update(b"%d" % answer)
        if int.from_bytes(digest.digest()[:4]) >> (32 - BITS) == 0:
            return str(answer)
    raise AssertionError("numbers never end")
