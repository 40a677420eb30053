"""A report's text cut into pieces that know which items of the review were read from them."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from tocsin.reports.models import Decision, ReviewField, ReviewItem
from tocsin.reports.queries import Sentence


@dataclass(frozen=True)
class Piece:
    """A run of the text. `item` is the one with the fewest words over it: where a click leads; `fields` begin with the nearest."""

    start: int
    text: str
    item: int | None = None
    items: str = ""
    fields: str = ""
    state: str = ""


@dataclass(frozen=True)
class LitSentence:
    """A sentence with its pieces; `sentence` is None for what stands between two."""

    sentence: Sentence | None
    pieces: tuple[Piece, ...]


@dataclass(frozen=True)
class _Lit:
    start: int
    end: int
    item: ReviewItem
    field: ReviewField | None


def lit_text(text: str, sentences: list[Sentence], items: list[ReviewItem]) -> list[LitSentence]:
    """The whole text in order, nothing left out."""
    lit = list(_spans(items))
    cuts = sorted({0, len(text), *(p for s in lit for p in (s.start, s.end)), *_borders(sentences)})
    over = _by_cut(lit, cuts)
    pieces = [_piece(text[a:b], a, over[a]) for a, b in pairwise(cuts)]
    return list(_by_sentence(pieces, sentences))


def _spans(items: list[ReviewItem]) -> Iterator[_Lit]:
    for item in items:
        yield from (_Lit(start, end, item, None) for start, end in item.spans)
        for field in item.fields.all():
            yield from (_Lit(start, end, item, field) for start, end in field.spans)


def _borders(sentences: list[Sentence]) -> Iterator[int]:
    for sentence in sentences:
        yield from (sentence.start, sentence.end)


def _by_cut(lit: Iterable[_Lit], cuts: list[int]) -> dict[int, list[_Lit]]:
    over: dict[int, list[_Lit]] = defaultdict(list)
    for span in lit:
        first = bisect_right(cuts, span.start) - 1
        for cut in cuts[first:]:
            if cut >= span.end:
                break
            over[cut].append(span)
    return over


def _piece(text: str, start: int, over: list[_Lit]) -> Piece:
    if not over:
        return Piece(start, text)
    nearest_first = sorted(over, key=lambda s: s.end - s.start)
    return Piece(
        start,
        text,
        item=nearest_first[0].item.pk,
        items=" ".join(str(pk) for pk in dict.fromkeys(s.item.pk for s in over)),
        fields=" ".join(str(pk) for pk in dict.fromkeys(s.field.pk for s in nearest_first if s.field)),
        state=_state({f.decision for s in over for f in s.item.fields.all()}),
    )


def _state(decisions: set[str]) -> str:
    """'open' while something is undecided, 'left' where all was rejected, else 'taken'."""
    if Decision.PROPOSED in decisions:
        return "open"
    return "left" if decisions == {Decision.REJECTED} else "taken"


def _by_sentence(pieces: list[Piece], sentences: list[Sentence]) -> Iterator[LitSentence]:
    starts = [s.start for s in sentences]
    gathered: list[Piece] = []
    current: Sentence | None = None
    for piece in pieces:
        place = bisect_right(starts, piece.start) - 1
        found = sentences[place] if place >= 0 and piece.start < sentences[place].end else None
        if found is not current and gathered:
            yield LitSentence(current, tuple(gathered))
            gathered = []
        current = found
        gathered.append(piece)
    if gathered:
        yield LitSentence(current, tuple(gathered))
