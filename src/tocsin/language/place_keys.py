"""Names of places as keys: one spelling for 'Viet-Nam', 'Việt Nam' and 'VIETNAM', in any script."""

import re
import unicodedata
from functools import lru_cache

_SAME_LETTERS = str.maketrans(
    {
        "ı": "i", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ħ": "h", "ŋ": "n", "ə": "a",
        "ى": "ي", "ی": "ي", "ې": "ي", "ة": "ه", "ہ": "ه", "ھ": "ه", "ە": "ه", "ک": "ك", "&": " and ", "+": " and ",
        "ъ": "", "ь": "", "’": "'", "ʹ": "'",
    }
)  # fmt: skip
_MARKS = re.compile(
    "[\u0300-\u036f\u02b0-\u02ff\u0483-\u0487\u0591-\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\u200b-\u200f\u2060\ufeff]+"
)
_INDIC = "\u0780-\u07bf\u0900-\u0963\u0966-\u0e2e\u0e30-\u0f00\u0f18-\u1049\u104c-\u17d3\u17db-\u17ff"
_WORD = re.compile(rf"(?:[^\W_]|[{_INDIC}\u3099\u309a\U00011100-\U00011134])+")
_TSHEG = "\u0f0b"
_LONGEST = 200


@lru_cache(4096)
def place_words(name: str) -> tuple[str, ...]:
    """The words of a name without case, accents and punctuation; what stands beyond 200 letters is left out."""
    letters = unicodedata.normalize(
        "NFKD", name[:_LONGEST].casefold()
    ).casefold()  # '𝑨' is a letter only then
    plain = _MARKS.sub("", letters.translate(_SAME_LETTERS))
    return tuple(_WORD.findall(plain.replace(_TSHEG, "")))


def place_key(name: str) -> str:
    """The words run together: "Cote d'Ivoire" -> 'cotedivoire'."""
    return "".join(place_words(name))
