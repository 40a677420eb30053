"""A report's text laid out in lines and sentences that know where they stand."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from tocsin.language.lexicon import lexicon
from tocsin.reading.listed.entries import NameList
from tocsin.reading.listed.find import lists_in_paragraphs, lists_in_rows
from tocsin.reading.normal import even
from tocsin.reading.paragraphs import paragraphs
from tocsin.reading.sections import Section, sections_of
from tocsin.terms.span import Span


@dataclass(frozen=True)
class Stretch:
    """A piece of the report: `text` is even (see `normal`), `span` counts code points of the text as received."""

    span: Span
    text: str
    section: Section
    origins: tuple[int, ...] | None

    def at(self, start: int, end: int) -> Span:
        """The span in the report of `text[start:end]`."""
        if self.origins is None:
            return Span(self.span.start + start, self.span.start + end)
        last = self.origins[end] if end >= len(self.text) else self.origins[end - 1] + 1
        return Span(
            self.span.start + self.origins[start], self.span.start + max(last, self.origins[start] + 1)
        )

    def offset(self, at: int) -> int:
        """Where in `text` a code point of the report stands."""
        at -= self.span.start
        return at if self.origins is None else bisect_left(self.origins, at)


@dataclass(frozen=True)
class Line(Stretch):
    """One line of the text as received, without the blanks at its ends; empty lines are not kept."""


@dataclass(frozen=True)
class Sentence(Stretch):
    """One sentence; it may run over several lines of hard-wrapped text, `line_index` is the first."""

    line_index: int
    paragraph: int = 0


@dataclass(frozen=True)
class Document:
    """`text` is as received and never altered; `published` is EDTF."""

    text: str
    lines: tuple[Line, ...]
    sentences: tuple[Sentence, ...]
    language: str | None
    published: str | None
    lists: tuple[NameList, ...] = ()


LONGEST = 1500
_LETTER = re.compile(r"\w")
_LINE = re.compile(r"[^\n\r\u2028\u2029\x0b\x0c\x85]+")
_END = re.compile(
    r"(?<=[.!?…])[\"'”’»)\]*_]*\s+(?=[\"'“‘«(\[¿¡*_]*(?:[^\W\da-z_]|\d))|(?<=[。！？])[”」』）]*|(?<=[a-z]\.)(?=[A-Z][a-z])"
)
_ABBREVIATION = re.compile(
    r"(?:\b(?:mr|mrs|ms|dr|drs|prof|st|no|nos|gen|col|lt|sgt|capt|rev|hon|gov|sen|rep|jr|sr|vs|etc|e\.g|i\.e|art|tel|fax|ul|inc|ltd|co|mass|ave|sra|sr|dra|ud|uds|bzw|z\.b|str|nr|abs|им|ул|г|т\.е|д"
    r"|kl|atty|adm|maj|brig|cmdr|cdr|supt|insp|cpl|fr|hj|lic|licda|licdo|ing|arq|abg|tte|cnel|gral|cap|cmdte|mons|exmo|exma|ilmo"
    r"|ilma|excmo|excma|mme|mlle|mm|dott|avv|sig|mudr|judr|phdr|rndr|mgr|plk|pplk|kpt|mjr|npor|hr|frk|dipl|тов|проф|кап|полк"
    r"|ген|инж|адв|доц|акад|гр)"
    r"|(?<![^\W_])[^\W\d_](?:\.[^\W\d_])*)\.$",
    re.IGNORECASE,
)


def lay_out(text: str, language: str | None = None, published: str | None = None) -> Document:
    """Lines first, then paragraphs of lines, sentences inside them; every line gets its section."""
    spans = [trim(text, *match.span()) for match in _LINE.finditer(text) if _says_something(match[0])]
    in_rows = lists_in_rows(text, spans, lexicon(language))
    rows = frozenset(entry.row for one in in_rows for entry in one.entries)
    groups = paragraphs(text, spans, rows)
    months = frozenset(lexicon(language).table("months"))
    evened = [even(text[slice(*span)]) for span in spans]
    found = sections_of([words for words, _ in evened], groups, lexicon(language))
    found = [_of_a_row(part) if span in rows else part for span, part in zip(spans, found, strict=True)]
    placed = tuple(
        Line(span, words, section, origins)
        for span, (words, origins), section in zip(spans, evened, found, strict=True)
    )
    sentences = tuple(
        s
        for number, group in enumerate(groups)
        for s in _sentences(text, placed, group, number, months, rows)
    )
    running = (
        Span(spans[group[0]].start, spans[group[-1]].end) for group in groups if spans[group[0]] not in rows
    )
    in_prose = lists_in_paragraphs(text, running, lexicon(language))
    return Document(
        text,
        placed,
        sentences,
        language,
        published,
        tuple(sorted((*in_rows, *in_prose), key=lambda one: one.span)),
    )


def _of_a_row(section: Section) -> Section:
    """A row of a list of people is no address, no demand and no ask, whatever stands above it."""
    return Section.NARRATIVE if section in _NOT_OF_PEOPLE else section


_NOT_OF_PEOPLE = frozenset({Section.CONTACTS, Section.COPIES, Section.DEMANDS, Section.ASK})


def _sentences(
    text: str,
    lines: tuple[Line, ...],
    group: list[int],
    number: int,
    months: frozenset[str],
    rows: frozenset[Span],
) -> Iterator[Sentence]:
    starts = [lines[index].span.start for index in group]
    whole = Span(starts[0], lines[group[-1]].span.end)
    for span in [whole] if whole in rows else _split(text, whole, months):
        index = group[bisect_right(starts, span.start) - 1]
        line = lines[index]
        words, origins = (line.text, line.origins) if span == line.span else even(text[slice(*span)])
        yield Sentence(span, words, line.section, origins, index, number)


def _split(text: str, span: Span, months: frozenset[str]) -> list[Span]:
    cuts = [
        m.end()
        for m in _END.finditer(text, span.start, span.end)
        if not _is_abbreviated(text, m) and not _is_number(text, m, span.start, months)
    ]
    cuts = [cut for cut in cuts if span.start < cut < span.end]
    bounds = zip([span.start, *cuts], [*cuts, span.end], strict=True)
    pieces = (piece for a, b in bounds for piece in _in_pieces(text, a, b))
    return [trim(text, a, b) for a, b in pieces if _says_something(text[a:b])]


def _says_something(piece: str) -> bool:
    """More than blanks and marks of quotation."""
    return _LETTER.search(piece) is not None or bool(even(piece)[0].strip())


def _in_pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """What has no full stop for a whole page is no sentence: cut at blanks, so that every rule ends in time."""
    while end - start > LONGEST:
        blank = max(text.rfind(" ", start, start + LONGEST), text.rfind("\n", start, start + LONGEST))
        cut = blank if blank > start else start + LONGEST
        yield start, cut
        start = cut
    yield start, end


def _is_abbreviated(text: str, match: re.Match[str]) -> bool:
    return text[match.start() - 1] == "." and bool(
        _ABBREVIATION.search(text, max(0, match.start() - 8), match.start())
    )


LONGEST_SHORT_MONTH = 5  # 'Sept.'
_NUMBERED = re.compile(r"(?:^|(?<=[\n\r]))[ \t>]*\(?\d{1,3}\.$")
_COUNTED = re.compile(r"(?:[:：;；][ \t]*\(?|[\u3400-\u9fff])\d{1,2}\.$")  # 'we ask: 1. shelter; 2. bread'
_ORDINAL = re.compile(r"(?<!\w)\d{1,2}\.$")
_NEXT_WORD = re.compile(r"[^\W\d_]+")


def _is_number(text: str, match: re.Match[str], start: int, months: frozenset[str]) -> bool:
    """'1. Jane Roe' in a list, 'am 17. Februar', 'on Dec. 10'."""
    before = text[max(start, match.start() - 12) : match.start()]
    if text[match.end() : match.end() + 1].isdigit() and before.split()[-1].lower().rstrip(".") in months:
        return before.endswith(".") and len(before.split()[-1]) <= LONGEST_SHORT_MONTH
    if _NUMBERED.search(before) or _COUNTED.search(before):
        return True
    following = _NEXT_WORD.match(text, match.end())
    return bool(_ORDINAL.search(before) and following and following[0].lower() in months)


def trim(text: str, start: int, end: int) -> Span:
    """The span without blanks at its ends."""
    piece = text[start:end]
    return Span(start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip()))
