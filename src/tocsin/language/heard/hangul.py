"""Korean names: Kim or Gim, Lee or Yi, Park or Bak, Jeong or Chung are one name each.

The classes follow the Revised Romanization of 2000, McCune-Reischauer without its signs, and what people print on cards.
"""

import re

from .script import Script, respelt, spellings

# In this order; the right side is the letter that all of them are read as. Capitals are done, small letters are read on.
_SPELLINGS = spellings(
    (r"[^a-z]", ""), (r"^rh", "r"), (r"^[lr](?=i|ee|y)", ""), (r"(?<=[ao])r(?=[kt]$)", ""),
    (r"(?<=[aou])h$", ""), (r"tch|ch|[jz]", "C"), (r"gh|[gkqxc]", "K"), (r"[dt]", "T"), (r"[pbvf]", "P"),
    (r"sh|s", "S"), (r"[lrn]", "N"), (r"w", ""),
    (r"yeo|you|yoo|yu|yo", "YO"), (r"yae|ye", "YE"), (r"ae|ai|ay|oe|oi", "E"), (r"ui|yi|ee|i", "I"),
    (r"eo|eu|oo|ou|o|u", "O"), (r"y$", "I"),
)  # fmt: skip


def _in_latin(word: str) -> str:
    return respelt(word, _SPELLINGS)


def _written(word: str) -> frozenset[str]:
    """As one word in Latin letters, and as a family name of one syllable before the rest."""
    return frozenset([_in_latin(word), _in_latin(word[:1]) + _in_latin(word[1:])])


HANGUL = Script(
    mark="3",
    letters=re.compile(r"[\uac00-\ud7af]+"),
    written=_written,
    latin=_in_latin,
    has_no_spaces=True,
)
