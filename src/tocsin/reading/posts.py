"""Where a text prints an office: a phrase of the language's list, or a word for a chief beside one for a part of the state."""

import re
from collections.abc import Iterator
from functools import lru_cache

from tocsin.language.lexicon import Lexicon
from tocsin.language.phrases import Hit

LONGEST_BETWEEN = 45
_WORD = re.compile(r"[^\W\d_][\w-]+")
_SECRETARY = re.compile(r"(?i)\b(?:secret|secrét|segret|sekret|секрет)")
_IN_ADDRESSES = re.compile(
    r",\s(?:the\s)?(?:[A-Z][\w.'’-]*\s){1,3}$"
)  # 'Secretary, Ohio Department of Corrections'
_LEADS_ON = re.compile(
    r"\s+(?:of|for|at|in|to|de|del|du|des|der|die|di|do|da|dos|della|dello|delle|degli|na|за|на|по|af|for|von|vom|für|am|im|"
    r"[^\W\d_a-zа-я][\w'’-]*)\b[^,;:.()\n]*$"
)


@lru_cache(512)
def posts(text: str, words: Lexicon) -> tuple[Hit, ...]:
    """Offices of the list first, then 'Director of the City Security Bureau', 'jail warden' ... under the code `state`."""
    listed = (hit for hit in words.cues("offices").find(text) if not _is_secretary(text, hit))
    return (*listed, *_of_the_state(text, words), *_compounds(text, words))


def _is_secretary(text: str, hit: Hit) -> bool:
    """'General Secretary', 'secrétaire général': no rank of an army."""
    around = f"{text[: hit.start].rstrip().rpartition(' ')[2]} {text[hit.end :].lstrip().partition(' ')[0]}"
    return hit.code == "military" and _SECRETARY.search(around) is not None


def _compounds(text: str, words: Lexicon) -> Iterator[Hit]:
    """'Bergbauminister', 'Distriktmagistrat': written in one with what the office is for."""
    if endings := tuple(words.words("office_endings")):
        for match in _WORD.finditer(text):
            if match[0].lower().endswith(endings):
                yield Hit("compound", *match.span())


def _of_the_state(text: str, words: Lexicon) -> list[Hit]:
    callings = words.cues("callings").find(text)
    chiefs = [hit for hit in callings if hit.code == "authority"]
    parts = [hit for hit in callings if hit.code == "state"] if chiefs else []
    return [
        Hit("state", min(chief.start, part.start), max(chief.end, part.end))
        for chief in chiefs
        for part in parts
        if _belong(text, chief, part)
    ]


def _belong(text: str, chief: Hit, part: Hit) -> bool:
    """The part follows in the same clause, or stands right before."""
    if part.start >= chief.end:
        between = text[chief.end : part.start]
        return not between.strip() or (
            len(between) <= LONGEST_BETWEEN
            and (_LEADS_ON.match(between) or _IN_ADDRESSES.match(between)) is not None
        )
    return part.end <= chief.start and not text[part.end : chief.start].strip()
