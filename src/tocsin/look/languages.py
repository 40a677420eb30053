"""The languages of this site: which one is asked for, and addresses that keep it or leave it open.

`/ru/a/strike` is the page in Russian; `/a/strike` is in whatever the browser likes best, and is what goes from hand to
hand. A site in one language has no such prefixes.
"""

import re
from functools import lru_cache

from django.conf import settings
from django.urls import reverse
from django.utils import translation
from django.utils.translation import get_supported_language_variant
from django.utils.translation.trans_real import parse_accept_lang_header

# What browsers call them, whatever we do: Norwegian without saying which, and the one written by fewer.
ALSO_CALLED = {"no": "nb", "nn": "nb"}
_FIRST = re.compile(r"/([a-z]{2})(?=/)")


def codes() -> list[str]:
    """The first is the one for whoever likes none of them."""
    return [code for code, _name in settings.LANGUAGES]


def prefix_of(language: str | None) -> str:
    """Such as 'ru/' before the addresses of a language; empty where there is one language, or none is meant."""
    return f"{language}/" if language and len(codes()) > 1 else ""


def parted(address: str) -> tuple[str, str]:
    """('ru', '/a/strike') for '/ru/a/strike'; ('', as it is) for an address that names no language of the site."""
    found = _FIRST.match(address)
    if found and len(codes()) > 1 and found[1] in codes():
        return found[1], address[found.end() :]
    return "", address


def open_path(name: str, *parts: str) -> str:
    """The path of a page that leaves the language to its reader."""
    with translation.override(None):
        return reverse(name, args=parts)


@lru_cache(maxsize=500)
def liked(accepted: str) -> str:
    """The language of the site that a browser likes best. `accepted`: its Accept-Language."""
    for language, _weight in parse_accept_lang_header(accepted.lower()):
        if language == "*":
            break
        try:
            return get_supported_language_variant(ALSO_CALLED.get(language.split("-")[0], language))
        except LookupError:
            continue
    return codes()[0]
