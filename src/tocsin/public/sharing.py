"""The address of an action, in words to pass on: by mail, by messengers, by word of mouth, from a screen."""

from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import quote, urlencode

import segno
from django.conf import settings
from django.utils.safestring import SafeString, mark_safe

from tocsin.actions.view import ActionView
from tocsin.look.languages import open_path
from tocsin.public.short import short_path


@dataclass(frozen=True)
class Sharing:
    """Links that a person presses, and nothing else: no network is told of anybody who only reads the page.

    `spoken` is the short address as it is said, without its scheme; `code` is the same for telephones, as SVG.
    """

    url: str
    short: str
    text: str
    mailto: str
    sms: str
    whatsapp: str
    telegram: str
    code: SafeString

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
        code=_code(short),
    )


def _query(**parts: str) -> str:
    """With %20 for blanks: mail programs and telephones read a plus as a plus."""
    return urlencode(parts, quote_via=quote, safe="")


@lru_cache(maxsize=500)
def _code(address: str) -> SafeString:
    drawn = segno.make(address, error="m").svg_inline(
        scale=4, border=2, dark="#000", light="#fff", omitsize=True
    )
    # Made by segno of our own address.
    return mark_safe(drawn)  # noqa: S308
