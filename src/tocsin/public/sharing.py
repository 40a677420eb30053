"""The address of an action, in words to pass on: by mail, by messengers, by word of mouth, from a screen."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, groupby
from typing import NamedTuple
from urllib.parse import quote, urlencode

import segno
from django.conf import settings

from tocsin.actions.view import ActionView
from tocsin.look.languages import open_path
from tocsin.public.short import short_path


class Code(NamedTuple):
    """A QR code as a path of SVG in a square of `size` units, its quiet zone with it."""

    size: int
    path: str


@dataclass(frozen=True)
class Sharing:
    """Links that a person presses, and nothing else: no network is told of anybody who only reads the page.

    `spoken` is the short address as it is said, without its scheme; `code` is the same for telephones.
    """

    url: str
    short: str
    text: str
    mailto: str
    sms: str
    whatsapp: str
    telegram: str
    code: Code

    @property
    def line(self) -> str:
        return self.text.replace("\n", " ")

    @property
    def spoken(self) -> str:
        return self.short.partition("://")[2]


def sharing(action: ActionView) -> Sharing:
    url = settings.PUBLIC_URL + open_path("action", action.slug)
    short = settings.PUBLIC_URL + short_path(action.pk)
    text = f"{action.title}\n{url}"
    mail = _query(subject=action.title, body=text.replace("\n", "\r\n"))
    return Sharing(
        url=url,
        short=short,
        text=text,
        mailto=f"mailto:?{mail}",
        sms=f"sms:?{_query(body=text)}",
        whatsapp=f"https://wa.me/?{_query(text=text)}",
        telegram=f"https://t.me/share/url?{_query(url=url, text=action.title)}",
        code=code_of(short),
    )


def _query(**parts: str) -> str:
    """With %20 for blanks: mail programs and telephones read a plus as a plus."""
    return urlencode(parts, quote_via=quote, safe="")


@lru_cache(maxsize=500)
def code_of(address: str) -> Code:
    rows = list(segno.make(address, error="m").matrix_iter(border=2))
    bars = (_bars(y, row) for y, row in enumerate(rows))
    return Code(len(rows), "".join(chain.from_iterable(bars)))


def _bars(y: int, row: Iterable[int]) -> Iterator[str]:
    """What is dark in one row, side by side."""
    x = 0
    for is_dark, run in groupby(row):
        length = len(list(run))
        if is_dark:
            yield f"M{x} {y}h{length}v1h-{length}z"
        x += length
