"""Chinese characters: which they are, and the traditional made simplified, so that the word lists need one form only."""

from functools import cache
from importlib import resources

FIRST_HAN, LAST_HAN = "\u3400", "\u9fff"


def is_han(char: str) -> bool:
    """Asked of single characters: an expression with a class of 27,000 takes a millisecond to compile."""
    return FIRST_HAN <= char <= LAST_HAN


def simplified(text: str) -> str:
    """As long as `text`; what is not traditional Chinese stays."""
    return text if text.isascii() or max(text) < FIRST_HAN else text.translate(_table())


@cache
def _table() -> dict[int, int]:
    """Built by `tools/build_han.py`."""
    old, new = resources.files(__package__).joinpath("data/han.txt").read_text(encoding="utf-8").splitlines()
    return str.maketrans(old, new)
