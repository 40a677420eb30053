"""Where names begin and end, and whether each names a person, a body or a place."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from tocsin.language.lexicon import Lexicon
from tocsin.reading.learned.models import Item, model
from tocsin.reading.learned.name_features import Around, items_of
from tocsin.reading.learned.tokens import Token, open_stretches, tokens_of
from tocsin.terms.span import Span

_COMMAS = frozenset(",;:、，；：。()[]（）及")  # 及 is 'and', and stands in no name


@dataclass(frozen=True)
class Tagged:
    """`kind` is person, org or place; offsets count in the sentence; `confidence` that of its weakest word."""

    kind: str
    start: int
    end: int
    confidence: float


@dataclass(frozen=True)
class Stretch:
    """Tokens in a row and what the model is told of them."""

    tokens: list[Token]
    items: list[Item]


def tag_names(
    text: str, proposed: Iterable[Span], known: Iterable[Span], whole: Around, words: Lexicon
) -> list[Tagged]:
    """`proposed` are the people that rules see, `known` the spans whose meaning is settled (countries)."""
    found: list[Tagged] = []
    for stretch in stretches_of(text, proposed, known, whole, words):
        found.extend(tag(stretch))
    return found


def tag(stretch: Stretch) -> Iterator[Tagged]:
    """The names in it, whatever their confidence."""
    return _joined(stretch.tokens, model("names").tag(stretch.items))


def stretches_of(
    text: str, proposed: Iterable[Span], known: Iterable[Span], whole: Around, words: Lexicon
) -> Iterator[Stretch]:
    """What the model is asked about, the same in training and in reading."""
    tokens = tokens_of(text)
    starts = [token.start for token in tokens]
    closed = frozenset(i for span in known for i in _inside(span, starts))
    proposals = {
        i: "rule:inner" if n else "rule:first"
        for span in proposed
        for n, i in enumerate(_inside(span, starts))
    }
    proposals |= dict.fromkeys(closed, "country")
    for start, end in open_stretches(tokens, words, closed):
        part = tokens[start:end]
        told = {index - start: proposals[index] for index in range(start, end) if index in proposals}
        yield Stretch(part, items_of(part, told, whole, words))


def _inside(span: Span, starts: list[int]) -> range:
    return range(bisect_left(starts, span.start), bisect_left(starts, span.end))


def _joined(tokens: list[Token], labels: list[tuple[str, float]]) -> Iterator[Tagged]:
    """'B-person I-person O' -> the person; commas part names, marks at their ends are none of theirs."""
    first: int | None = None
    for index in range(len(labels) + 1):
        label = labels[index][0] if index < len(labels) and tokens[index].text not in _COMMAS else "O"
        if first is not None and not label.startswith("I-"):
            yield from _trimmed(tokens, labels, first, index)
            first = None
        if label != "O" and first is None:
            first = index


def _trimmed(tokens: list[Token], labels: list[tuple[str, float]], start: int, end: int) -> Iterator[Tagged]:
    kind = labels[start][0][2:]
    while start < end and not tokens[start].text[0].isalnum():
        start += 1
    while start < end and not tokens[end - 1].text[-1].isalnum() and tokens[end - 1].text[-1] != ".":
        end -= 1
    if start < end:
        sure = min(confidence for _, confidence in labels[start:end])
        yield Tagged(kind, tokens[start].start, tokens[end - 1].end, sure)
