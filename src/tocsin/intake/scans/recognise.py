"""A picture of a letter -> its words, each with how sure tesseract is of it."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass

from tocsin.intake.errors import Damaged, Empty
from tocsin.intake.extracted import Extracted, Note
from tocsin.intake.sandbox.run import Deadline, recognised
from tocsin.intake.scans.packs import installed, packs_for, scripts
from tocsin.terms.span import Span

DOUBTFUL = 60  # per cent
MOST_SPANS = 20
SURE, FAIR = 85, 70
WORD = "5"  # the level of a word in tesseract's table


@dataclass(frozen=True)
class Word:
    """`line` tells lines apart, `block` paragraphs; `sure` is in per cent."""

    block: tuple[str, str]
    line: tuple[str, str, str]
    text: str
    sure: float


def read_picture(picture: bytes, deadline: Deadline) -> Extracted:
    """The words in reading order. Raises `NeedsTesseract`, `Empty`, `Damaged` or `Overblown`."""
    arguments = ["stdin", "stdout", "-l", _packs(picture, deadline), "tsv"]
    try:
        table = recognised(picture, arguments, deadline)
    except Damaged:
        raise Damaged("a picture that is damaged or cut short; save or photograph it again") from None
    words = list(_words(table.decode("utf-8", errors="replace")))
    if not words:
        raise Empty(
            "no words were recognised in this picture; photograph it straight, sharp and in good light"
        )
    text, spans = _laid_out(words)
    return Extracted(text, None, tuple(_notes(words, spans)))


def _packs(picture: bytes, deadline: Deadline) -> str:
    seen = b""
    if "osd" in installed() and len(scripts()) > 1:
        with suppress(Damaged):  # too few letters to tell the script by
            seen = recognised(picture, ["stdin", "stdout", "--psm", "0", "-l", "osd"], deadline)
    return packs_for(seen.decode("utf-8", errors="replace"))


def _words(table: str) -> Iterator[Word]:
    for row in table.splitlines()[1:]:
        cells = row.split("\t")
        if len(cells) == 12 and cells[0] == WORD and cells[11].strip():
            page, block, paragraph, line = cells[1:5]
            yield Word(
                (page + block, paragraph), (page + block, paragraph, line), cells[11], float(cells[10])
            )


def _laid_out(words: list[Word]) -> tuple[str, list[Span]]:
    text, spans = "", []
    before: Word | None = None
    for word in words:
        if before is not None:
            text += " " if word.line == before.line else "\n" if word.block == before.block else "\n\n"
        spans.append(Span(len(text), len(text) + len(word.text)))
        text, before = text + word.text, word
    return text, spans


def _notes(words: list[Word], spans: list[Span]) -> Iterator[Note]:
    mean = sum(word.sure for word in words) / len(words)
    level = "well" if mean >= SURE else "fairly" if mean >= FAIR else "badly"
    yield Note(
        "scanned",
        f"These words were recognised in a picture, {level} ({mean:.0f} % sure on average):"
        " hold names, dates and numbers against it.",
    )
    doubtful = [(word.text, span) for word, span in zip(words, spans, strict=True) if word.sure < DOUBTFUL]
    if doubtful:
        shown = ", ".join(text for text, _ in doubtful[:MOST_SPANS])
        more = f" and {len(doubtful) - MOST_SPANS} more" if len(doubtful) > MOST_SPANS else ""
        yield Note(
            "scanned_doubtful",
            f"Recognised with less than {DOUBTFUL} % confidence: {shown}{more}.",
            tuple(span for _, span in doubtful[:MOST_SPANS]),
        )
