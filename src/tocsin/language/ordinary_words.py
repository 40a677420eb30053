"""The words that a language uses most, names left out: a capital does not yet make a name of them."""

from functools import cache
from importlib import resources

BANDS = (1000, 5000)  # ranks that part the very common from the common and the rest


def how_ordinary(word: str, language: str) -> int:
    """0 for a word that is in no list, then the higher the commoner; `word` in small letters."""
    return _bands(language).get(word, 0)


@cache
def _bands(language: str) -> dict[str, int]:
    """As `tools/build_ordinary.py` wrote them, the commonest first."""
    path = resources.files(__package__).joinpath("data", "ordinary", f"{language}.txt")
    if not path.is_file():
        return {}
    ranked = path.read_text(encoding="utf-8").split()
    bands = dict.fromkeys(ranked, 1)
    for height, band in enumerate(sorted(BANDS, reverse=True), 2):
        bands |= dict.fromkeys(ranked[:band], height)
    return bands
