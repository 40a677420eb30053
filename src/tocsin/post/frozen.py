"""Addresses in the wrong hands, such as those of somebody who was arrested: nothing goes there, nothing of ours tells them."""

import re
from collections.abc import Iterable

from django.utils.translation import gettext as _

from .models import FrozenAddress

# So many digits make a telephone number, however they are spaced.
_FEWEST_DIGITS = 7
_BETWEEN_DIGITS = r"[\s().\-/\u2010-\u2013]*"
_NO_NUMBER = re.compile(r"[^\d\s+().\-/\u2010-\u2013]")


class FrozenWords:
    """Leaves such addresses out of text."""

    def __init__(self, values: Iterable[str]) -> None:
        patterns = [_pattern(value) for value in sorted(values, key=len, reverse=True)]
        self._pattern = re.compile("|".join(patterns), re.IGNORECASE) if patterns else None

    def text(self, text: str) -> str:
        return self._pattern.sub(_("[address withheld]"), text) if self._pattern else text

    def touch(self, text: str) -> bool:
        """Whether one of them stands in `text`."""
        return bool(self._pattern and self._pattern.search(text))


def frozen_words() -> FrozenWords:
    """Of this moment: asked anew for each page and each batch of letters."""
    return FrozenWords(FrozenAddress.objects.values_list("value", flat=True))


def is_frozen(value: str) -> bool:
    return FrozenAddress.objects.filter(key=key_of(value)).exists()


def key_of(value: str) -> str:
    """Equal for one address in two spellings: a number by its digits, all else by its words in lower case."""
    digits = _digits(value)
    return digits.removeprefix("00") if digits else " ".join(value.split()).casefold()


def _digits(value: str) -> str:
    """Empty for what is no telephone number."""
    digits = re.sub(r"\D", "", value)
    return "" if _NO_NUMBER.search(value) or len(digits) < _FEWEST_DIGITS else digits


def _pattern(value: str) -> str:
    if digits := key_of(value) if _digits(value) else "":
        return rf"(?<!\d)(?:\+|00)?{_BETWEEN_DIGITS.join(digits)}(?!\d)"
    words = r"\s+".join(re.escape(word) for word in value.split())
    return rf"(?<![\w.+-]){words}(?![\w-])"
