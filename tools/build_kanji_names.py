"""Build `src/tocsin/language/data/kanji_names.txt`: a line a reading, and the family and the given names written so in kanji.

Run at development time: `uv pip install -e .[build] && python tools/build_kanji_names.py`.
Source: the names of IPADIC (NAIST), as Janome (Apache-2.0) carries them. Readings are put from kana into Latin letters; vowels
stay as long as the kana has them ('satou').
"""

import re
from collections import defaultdict
from pathlib import Path

from janome.sysdic import entries

from tocsin.language.heard.kana import in_latin

TARGET = Path(__file__).resolve().parent.parent / "src/tocsin/language/data/kanji_names.txt"
FAMILY, GIVEN = "名詞,固有名詞,人名,姓", "名詞,固有名詞,人名,名"
KANJI = re.compile(r"[\u3400-\u9fff][\u3005\u3040-\u30ff\u3400-\u9fff]*")


def build() -> None:
    read: dict[str, dict[str, set[str]]] = defaultdict(lambda: {FAMILY: set(), GIVEN: set()})
    for written, _, _, _, kind, _, _, _, kana, _ in entries(compact=False).values():
        if kind in (FAMILY, GIVEN) and KANJI.fullmatch(written):
            read[in_latin(kana)][kind].add(written)
    lines = (_line(sound, names[FAMILY], names[GIVEN]) for sound, names in sorted(read.items()))
    TARGET.write_text("".join(lines), encoding="utf-8")


def _line(sound: str, family: set[str], given: set[str]) -> str:
    return f"{sound}\t{' '.join(sorted(family))}\t{' '.join(sorted(given))}\n"


if __name__ == "__main__":
    build()
