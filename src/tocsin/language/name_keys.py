"""When two ways of writing a name mean one person: endings, spellings and order set aside."""

import re
from functools import lru_cache

from tocsin.language.place_names import plain_name

_CYRILLIC = re.compile(r"[а-яё]")
_RUSSIAN_CASE = re.compile(r"(?<=\w{3})(?:ого|его|ому|ему|ой|ою|ым|им|ом|ем|ём|ая|ую|ей|[аяуюеыийоь])$")
_CZECH_CASE = re.compile(r"(?<=\w{3})(?:ov(?:ou|[aeiuy])?|em|ou|[aueiy])$")
_DECLINED_LATIN = frozenset(["cs", "sk", "pl", "hr", "sr", "sl"])
_SPELLINGS = tuple(
    (re.compile(pattern), letter)
    for pattern, letter in (
        (r"[yj]", "i"), (r"kh|gh|q|ck|c(?=[aou])", "k"), (r"zh", "z"), (r"ph", "f"), (r"w", "v"),
        (r"ou|oo|oe", "u"), (r"(?<=[aeou])i(?=[aeou])", ""), (r"ee|ie", "i"), (r"h", ""), (r"(.)\1+", r"\1"),
    )
)  # fmt: skip


def same_person(short: str, long: str, language: str = "en") -> bool:
    """'Waluyo' for a fuller name, 'N. Sokolova' for Natalia: each word or initial of the shorter has its own there."""
    small, large = name_key(short, language), list(name_key(long, language))
    for part in sorted(small, key=len, reverse=True):
        other = next((word for word in large if _is_same(part, word)), None)
        if other is None:
            return False
        large.remove(other)
    return any(len(part) > 1 for part in small)


def _is_same(part: str, word: str) -> bool:
    return part == word or (len(part) == 1 and word.startswith(part))


@lru_cache(4096)
def name_key(name: str, language: str = "en") -> tuple[str, ...]:
    """The words of a name without case, accents, endings and ways to transliterate."""
    parts = (part.strip(".,'\"“”«»").lower() for part in name.split())
    return tuple(_word_key(part, language) for part in parts if part)


@lru_cache(16384)
def _word_key(word: str, language: str) -> str:
    if _CYRILLIC.search(word):
        return _RUSSIAN_CASE.sub("", word.replace("ё", "е"))
    plain = plain_name(word).replace(" ", "") or word
    plain = plain.removesuffix("s") if len(plain) > 5 else plain
    if language in _DECLINED_LATIN:
        plain = _CZECH_CASE.sub("", plain)
    if len(plain) > 1:
        for pattern, letter in _SPELLINGS:
            plain = pattern.sub(letter, plain)
    return plain
