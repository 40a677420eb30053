"""How names of places are folded before they are compared."""

import re
import unicodedata
from functools import lru_cache

_NOT_A_WORD = re.compile(r"[\W_]+")
_ARTICLE = re.compile(r"^(?:the|la|le|les|el|los|il|die|der|das|den|de) (?=.{3})")


@lru_cache(maxsize=4096)
def plain_name(name: str) -> str:
    """Case, accents, punctuation and a leading article taken away: 'The Côte d’Ivoire' -> 'cote d ivoire'."""
    bare = name.lower() if name.isascii() else _without_accents(name)
    return _ARTICLE.sub("", _NOT_A_WORD.sub(" ", bare).strip())


def _without_accents(name: str) -> str:
    letters = unicodedata.normalize("NFKD", name.casefold())
    return "".join(letter for letter in letters if not unicodedata.combining(letter))
