"""Traditional Chinese characters made simplified, one for one, so that the word lists need one form only."""

import re
from functools import cache
from importlib import resources

_HAN = re.compile(r"[\u3400-\u9fff\uf900-\ufaff]")


def simplified(text: str) -> str:
    """As long as `text`; what is not traditional Chinese stays."""
    return text.translate(_table()) if _HAN.search(text) else text


@cache
def _table() -> dict[int, int]:
    """Built by `tools/build_han.py`."""
    old, new = resources.files(__package__).joinpath("data/han.txt").read_text(encoding="utf-8").splitlines()
    return str.maketrans(old, new)
