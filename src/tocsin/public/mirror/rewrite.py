"""A page of the site as a page of a mirror: its links lead to files, and it says of what day it is a copy."""

import re
from collections.abc import Callable, Container
from dataclasses import dataclass
from html import escape, unescape

from django.conf import settings

from tocsin.look.languages import parted

from .addresses import file_of, way_from

_LINK = re.compile(r'\b(href|src)="([/?][^"]*)"')
# Nothing takes what somebody types into a file.
_FORM = re.compile(r"<form\b.*?</form>", re.DOTALL)
_MAIN = '<main id="main"'


@dataclass(frozen=True)
class Place:
    """Of a page: its file in the mirror, its address on the site without a query, and its language."""

    file: str
    address: str
    language: str


def rewritten(html: str, place: Place, banner: str, is_there: Container[str]) -> str:
    """`banner` is put above the page. What the mirror does not hold is linked on the site itself."""
    linked = _LINK.sub(_linker(place, is_there), _FORM.sub("", html))
    return linked.replace(_MAIN, banner + _MAIN, 1)


def _linker(place: Place, is_there: Container[str]) -> Callable[[re.Match[str]], str]:
    def link(found: re.Match[str]) -> str:
        address = unescape(found[2])
        if address.startswith("?"):
            address = place.address + address
        plain, mark, anchor = address.partition("#")
        to = file_of(plain, place.language)
        # Other languages have the same files, each in its own folder.
        is_here = file_of(parted(plain)[1], place.language) in is_there
        way = way_from(place.file, to) if to and is_here else settings.PUBLIC_URL + plain
        return f'{found[1]}="{escape(way + mark + anchor)}"'

    return link
