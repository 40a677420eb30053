"""Build `src/tocsin/language/data/cantonese.txt`: a line a syllable of Jyutping without its tone, and the characters read so.

Run at development time: `uv pip install -e .[build] && python tools/build_cantonese.py`.
Source: ToJyutping of CanCLID (BSD-2), which takes 75 MB and most of a second to load; the desk needs no more than how one
character is read most. What it cannot read is left out.
"""

import re
from collections import defaultdict
from pathlib import Path

from ToJyutping import get_jyutping_list

TARGET = Path(__file__).resolve().parent.parent / "src/tocsin/language/data/cantonese.txt"
CHARACTERS = range(0x4E00, 0xA000)


def build() -> None:
    by_sound: dict[str, list[str]] = defaultdict(list)
    for character in map(chr, CHARACTERS):
        if heard := get_jyutping_list(character)[0][1]:
            by_sound[re.sub(r"\d", "", heard.split()[0])].append(character)
    lines = (f"{sound} {''.join(written)}\n" for sound, written in sorted(by_sound.items()))
    TARGET.write_text("".join(lines), encoding="utf-8")


if __name__ == "__main__":
    build()
