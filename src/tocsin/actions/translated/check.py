"""Whether a translation holds what its original holds: what is filled in, and addresses."""

import re
from collections import Counter
from collections.abc import Iterator

from django.utils.translation import gettext as _

_HELD = re.compile(r"\{[^{}\s]*\}|%\(\w+\)[sd]|https?://[^\s<>\"]+[\w/]|[\w.+-]+@[\w-]+\.[\w.-]*\w")


def faults_in(source: str, text: str) -> list[str]:
    """Sentences for the translator; none where all is well. An empty text is no fault, but it cannot be sent."""
    return list(_faults(source, text)) if text.strip() else []


def _faults(source: str, text: str) -> Iterator[str]:
    wanted, found = Counter(_HELD.findall(source)), Counter(_HELD.findall(text))
    for held in wanted - found:
        yield _("“%(held)s” must stand in it as in the original, letter for letter.") % {"held": held}
    for held in found - wanted:
        yield _("“%(held)s” does not stand in the original: take it out.") % {"held": held}
    loose = _HELD.sub("", text)
    if "{" in loose or "}" in loose:
        yield _("A brace is left alone: { and } only stand around what is filled in.")
