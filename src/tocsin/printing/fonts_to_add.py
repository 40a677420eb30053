"""Letters without a font: which package holds them."""

import unicodedata

# How Unicode names the letters of a script -> what to install for it.
_HELD_BY = {
    "CJK": "tocsin[cjk]",
    "HIRAGANA": "tocsin[cjk]",
    "KATAKANA": "tocsin[cjk]",
    "HANGUL": "tocsin[cjk]",
    "BOPOMOFO": "tocsin[cjk]",
    "IDEOGRAPHIC": "tocsin[cjk]",
    "FULLWIDTH": "tocsin[cjk]",
    "KHMER": "fontpkg-noto-sans-khmer",
    "TAMIL": "fontpkg-noto-sans-tamil",
    "TELUGU": "fontpkg-noto-sans-telugu",
}


def fonts_to_add(missing: str) -> tuple[str, ...]:
    """Packages to install for these letters, each once; empty where we know of none."""
    scripts = (unicodedata.name(letter, "").split(" ")[0].split("-")[0] for letter in missing)
    return tuple(dict.fromkeys(_HELD_BY[script] for script in scripts if script in _HELD_BY))
