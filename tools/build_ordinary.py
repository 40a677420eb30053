"""Writes src/tocsin/language/data/ordinary/: the words that each language uses most, the commonest first.

    uv pip install -e .[build] && python tools/build_ordinary.py

They come from wordfreq (R. Speer; data CC BY-SA 4.0). Given names, cities and countries are left out, since their capitals do make names.
"""

import re
from pathlib import Path

from wordfreq import top_n_list

from tocsin.language.countries import find_country
from tocsin.language.person_names import is_given_name
from tocsin.language.places import city_country

DATA = Path(__file__).parent.parent / "src" / "tocsin" / "language" / "data" / "ordinary"
LATIN, CYRILLIC = ("en", "es", "fr", "de", "it", "pt", "cs", "da"), ("ru", "bg")
MOST = 12_000
_WORD = {language: re.compile(r"[^\W\d_]{3,}") for language in LATIN} | dict.fromkeys(
    CYRILLIC, re.compile(r"[а-яё]{3,}")
)


def main() -> None:
    DATA.mkdir(exist_ok=True)
    for language, word in _WORD.items():
        found = (one for one in top_n_list(language, MOST, wordlist="small") if word.fullmatch(one))
        kept = [one for one in found if not _is_name(one)]
        (DATA / f"{language}.txt").write_text("\n".join(kept) + "\n", encoding="utf-8")


def _is_name(word: str) -> bool:
    return bool(is_given_name(word) or city_country(word.capitalize()) or find_country(word.capitalize()))


if __name__ == "__main__":
    main()
