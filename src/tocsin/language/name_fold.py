"""The words of a person's name in one spelling: any script in Latin letters, ways to transliterate set aside."""

import csv
import re
import unicodedata
from functools import cache, lru_cache
from pathlib import Path

from anyascii import anyascii

from tocsin.language.cyrillic import to_latin
from tocsin.language.place_names import plain_name

_HAN = re.compile(r"[\u3400-\u9fff]+")
_ABJAD = re.compile(r"[\u0590-\u06ff\u0750-\u077f]")
# From Devanagari to Sinhala, Lao to Myanmar, and Khmer: an 'a' is not written, and anyascii leaves other vowels out, too.
_INHERENT_VOWEL = re.compile(r"[\u0900-\u0dff\u0e80-\u0fff\u1000-\u109f\u1780-\u17ff]")
_CYRILLIC = re.compile(r"[\u0400-\u052f]")
# With the signs that stand on letters, from Hebrew points to Khmer vowels: without them an Indian or Thai name falls to pieces.
_SIGNS = "".join(c for c in map(chr, range(0x300, 0x1DFF)) if unicodedata.category(c) in ("Mn", "Mc"))
_LETTERS = rf"(?:[^\W\d_][{re.escape(_SIGNS)}]*)+"
_WORD = re.compile(rf"{_LETTERS}(?:['’ʼ`ʹ]{_LETTERS})*\.?")
# In this order; the right side is the letter that all of them are read as.
_SPELLINGS = tuple(
    (re.compile(pattern), letter)
    for pattern, letter in (
        (r"['’ʼ`ʹ]", ""), (r"tsch|tch|shch|sch|sh|sz|ch|cz", "s"), (r"dzh|dsch|dj|zh", "z"), (r"kh|^x|x(?=[^aeiouy])", "h"),
        (r"x", "ks"), (r"[yij]ov(?=a?$)", "ev"), (r"^abd[aeiou]{1,2}(?:l|([rsndtz])(?=\1))", "abd"), (r"gh", "g"), (r"ph", "f"), (r"th", "t"), (r"ck|q|c(?=[aoukrltn]|$)", "k"), (r"w", "v"),
        (r"gu(?=[ei])", "g"), (r"ou|oo", "u"), (r"ee", "i"), (r"[yj]", "i"), (r"i(?=i)", ""),
        (r"(?<=[aeou])i(?=[aeou])", ""), (r"^ie", "e"), (r"(?<=[^aeou])ie", "e"), (r"tz|ts", "c"), (r"h$", ""),
        (r"(.)\1+", r"\1"),
    )
)  # fmt: skip
_LATIN_DZ = re.compile(r"dz(?=[aeiouy]|m)")
_SERVANT = re.compile(r"(?i)\b(abd(?:[aeiou]{1,2}[lrsndtz])?|عبد)[ -]+(?:ال|a[lrsndt]-)?(?=[^\W\d_]{3})")
_ARABIC_ARTICLE = re.compile(r"\bال(?=\w{3})|(?<=\bعبد)ال(?=\w{3})")
_PARTICLES = frozenset(
    [
        "al",
        "el",
        "ul",
        "as",
        "ash",
        "ad",
        "ar",
        "an",
        "at",
        "bin",
        "ibn",
        "ben",
        "bint",
        "binti",
        "ould",
        "de",
        "da",
        "do",
        "dos",
        "del",
        "la",
        "van",
        "von",
        "der",
        "abu",
    ]
)


def is_particle(word: str) -> bool:
    """'Al', 'bin', 'van': left out where a name has other words."""
    return plain_name(word) in _PARTICLES


def name_words(name: str) -> tuple[str, ...]:
    """The words as written, without particles; 'Abdul Rahman' is one word, a Chinese name its family name and the rest.

    A dot stays behind an initial.
    """
    words: list[str] = []
    joined = _ARABIC_ARTICLE.sub("", _SERVANT.sub(r"\1", name.replace("\u200c", " ")))
    for word in _WORD.findall(joined.replace("-", " ")):
        words += [word[:1], word[1:]] if _HAN.fullmatch(word) and len(word) > 1 else [word]
    return tuple(w for w in words if len(words) < 3 or not is_particle(w))


@lru_cache(16384)
def folded(word: str) -> str:
    """'Қарабалаева', 'Qarabalayeva' -> 'karabalaeva'; a given name in the form that stands for all of its forms."""
    plain = spelt(word)
    return _forms().get(plain, plain)


def latin(word: str) -> str:
    """In small Latin letters, without accents and dots."""
    low = word.lower().rstrip(".")
    ascii_letters = anyascii(
        to_latin(low)
        if _CYRILLIC.search(low)
        else plain_name(low).replace("ου", "u").replace("ու", "u") or low
    )
    return ascii_letters.lower().replace(" ", "")


@lru_cache(16384)
def sounded(word: str) -> str:
    """The consonants alone: what an Arabic or a Hebrew spelling tells, and what stays where languages change a name."""
    bare = spelt(re.sub("[wy]", "", _LATIN_DZ.sub("d", latin(word))))
    first = "g" if bare[:1] == "h" else bare[:1]
    return re.sub(r"(.)\1+", r"\1", re.sub(r"[aeiouvh]", "", first + bare[1:]))


def is_abjad(word: str) -> bool:
    """Arabic, Persian, Hebrew: scripts that leave short vowels out."""
    return bool(_ABJAD.search(word))


def leaves_vowels_out(word: str) -> bool:
    """Arabic and Hebrew, Indian scripts and Khmer: only the consonants of a name in Latin letters stand there, too."""
    return is_abjad(word) or bool(_INHERENT_VOWEL.search(word))


@lru_cache(16384)
def spelt(word: str) -> str:
    """In Latin letters, with one letter for all ways to transliterate a sound."""
    plain = latin(word)
    for pattern, letter in _SPELLINGS:
        plain = pattern.sub(letter, plain) if len(plain) > 1 else plain
    return plain


def has_forms(word: str) -> bool:
    """Whether it is a given name of `given-name-forms.csv`, in any form."""
    return spelt(word) in _forms()


@cache
def _forms() -> dict[str, str]:
    """Each form of a given name, folded -> the first of its row in `given-name-forms.csv`."""
    table = Path(__file__).with_name("data") / "given-name-forms.csv"
    rows = csv.DictReader(table.read_text(encoding="utf-8").splitlines())
    forms = [[spelt(form) for form in row["forms"].split("|")] for row in rows]
    return {form: row[0] for row in reversed(forms) for form in row}
