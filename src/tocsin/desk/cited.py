"""Sources as links to the words that they say something in. Made here: templates took half of a long page for them."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from tocsin.cases.view import Source

from .shortened import shortened

LONGEST_QUOTE = 200


@dataclass(frozen=True)
class Cited:
    """`address` leads to the first of the words in the report's text; `quote` is how they begin."""

    address: str
    words: str
    quote: str


def cited(sources: Iterable[Source]) -> list[Cited]:
    return [_cited(source) for source in sources]


def _cited(source: Source) -> Cited:
    address = reverse("report", args=[source.public_id])
    if not source.spans:
        return Cited(address, source.label, "")
    start, end = source.spans[0]
    place = _("characters %(from)s–%(to)s") % {"from": start, "to": end}
    return Cited(f"{address}#c{start}", f"{source.label}, {place}", shortened(source.quote, LONGEST_QUOTE))
