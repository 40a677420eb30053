"""A letter too long for a link made short: in its writer's own sentences, with what it asks for kept."""

import re
from collections.abc import Callable, Iterator, Sequence

from tocsin.letters.plain_text import sentence
from tocsin.letters.sentences import listed, sentences

# A greeting or a farewell is a line or two.
_LONGEST_GREETING = 120
# Of a demand's runs of three letters, how many must stand in a sentence that puts it in other words.
_SAME_DEMAND = 0.6


def short_letter(body: str, demands: Sequence[str], subject: str, fits: Callable[[str], bool]) -> str:
    """Greeting, one paragraph, farewell: the fullest of these that `fits`; empty where none does.

    The paragraph holds the sentences that ask: those that say a demand, else the lines of a list, else the
    subject. The first sentence of the letter goes before them where there is room.
    """
    return next((text for text in _wordings(body, demands, subject) if fits(text)), "")


def _wordings(body: str, demands: Sequence[str], subject: str) -> Iterator[str]:
    greeting, middle, farewell = _parts(body)
    said = [text for part in middle for text in sentences(part)]
    asking = _asking(said, middle, demands) or [sentence(subject)]
    if said and said[0] not in asking:
        yield _letter(greeting, [said[0], *asking], farewell)
    for count in range(len(asking), 0, -1):
        yield _letter(greeting, asking[:count], farewell)
    yield _letter(greeting, [sentence(subject)], farewell)
    yield _letter("", [sentence(subject)], "")


def _parts(body: str) -> tuple[str, list[str], str]:
    """Greeting, paragraphs, farewell."""
    parts = [part.strip() for part in re.split(r"\n\s*\n", body) if part.strip()]
    greeting = parts.pop(0) if len(parts) > 1 and len(parts[0]) <= _LONGEST_GREETING else ""
    farewell = parts.pop() if len(parts) > 1 and len(parts[-1]) <= _LONGEST_GREETING else ""
    return greeting, parts, farewell


def _asking(said: Sequence[str], middle: Sequence[str], demands: Sequence[str]) -> list[str]:
    found = [text for text in said if any(_says(text, demand) for demand in demands)]
    if found:
        return found
    return [sentence(line) for part in middle for line in listed(part)]


def _says(text: str, demand: str) -> bool:
    wanted = _runs(demand)
    return bool(wanted) and len(wanted & _runs(text)) / len(wanted) >= _SAME_DEMAND


def _runs(text: str) -> set[str]:
    """Three letters each: words bend, and some scripts part none."""
    letters = "".join(letter for letter in text.casefold() if letter.isalnum())
    return {letters[start : start + 3] for start in range(len(letters) - 2)}


def _letter(greeting: str, asked: Sequence[str], farewell: str) -> str:
    paragraph = ""
    for text in asked:
        blank = "" if not paragraph or paragraph.endswith(("。", "！", "？")) else " "
        paragraph += blank + text
    return "\n\n".join(part for part in (greeting, paragraph, farewell) if part)
