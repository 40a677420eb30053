"""Cyrillic names in Latin letters, as gazetteers write them (BGN/PCGN romanisation, without its marks)."""

from collections.abc import Iterator

_LATIN = dict(
    zip(
        "абвгдезийклмнопрстуфыэіїєґқғңөұүһәў",
        ["a", "b", "v", "g", "d", "e", "z", "i", "y", "k", "l", "m", "n", "o", "p", "r", "s", "t", "u", "f", "y", "e", "i", "i", "e", "g", "q", "g", "n", "o", "u", "u", "h", "a", "u"],
        strict=True,
    )
) | {
    "ё": "e", "ж": "zh", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ъ": "", "ь": "", "ю": "yu", "я": "ya",
}  # fmt: skip
_STEM_ENDINGS = ("", "а", "о", "я", "ь", "ы", "ск")
_LONGEST_CASE = 2


def to_latin(word: str) -> str:
    """Lower case; letters that are not Cyrillic stay."""
    return "".join(_LATIN.get(char, char) for char in word.lower())


def is_cyrillic(word: str) -> bool:
    return "\u0400" <= word[:1] <= "\u052f"


def nominatives(word: str) -> Iterator[str]:
    """The word in Latin letters, then what it may be the case of: 'Калуге' -> kaluga, 'Минска' -> minsk."""
    low = word.lower()
    yield to_latin(low)
    for cut in range(1, _LONGEST_CASE + 1):
        if len(low) - cut >= _LONGEST_CASE + 1:
            yield from (to_latin(low[:-cut] + ending) for ending in _STEM_ENDINGS)
