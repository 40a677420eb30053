"""A web address in words, so that a name is found in it however it is written there."""

import re
from urllib.parse import unquote

_CAMEL = re.compile(r"(?<=[^\W\d_A-Z])(?=[A-Z])")
_NO_LETTERS = re.compile(r"[\W\d_]+")
_LABEL = re.compile(r"\bxn--[a-z0-9-]+", re.IGNORECASE)
_DECODED_AT_MOST = 3  # a link that went through two mail programs is quoted thrice


def address_words(url: str) -> str:
    """'https://a.example/N%C3%BA%C3%B1ezFreed_2' -> 'https a example Núñez Freed'."""
    return _NO_LETTERS.sub(" ", _CAMEL.sub(" ", _LABEL.sub(_in_letters, _decoded(url))))


def run_together(text: str) -> str:
    """Its letters alone, without case: 'Lina Marwede' -> 'linamarwede'."""
    return _NO_LETTERS.sub("", text).casefold()


def _decoded(url: str) -> str:
    for _time in range(_DECODED_AT_MOST):
        plain = unquote(url.replace("+", " "))
        if plain == url:
            break
        url = plain
    return url


def _in_letters(label: re.Match[str]) -> str:
    try:
        return label[0].encode("ascii").decode("idna")
    except UnicodeError:
        return label[0]
