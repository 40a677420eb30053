"""Nothing is dropped in silence: what became of each sentence."""

from bisect import bisect_left, bisect_right
from dataclasses import is_dataclass

from tocsin.language.lexicon import Lexicon
from tocsin.reading.document import Document, Sentence
from tocsin.reading.sections import Section
from tocsin.terms.draft import Placed, Use
from tocsin.terms.span import Span

LABEL = 6


def cover(document: Document, found: tuple[object, ...], words: Lexicon) -> tuple[Placed, ...]:
    """Every sentence once, in order; `found` are the things read, wherever they keep their spans."""
    spans = sorted(set(_spans(found)))
    uses = [_use(sentence, spans, words) for sentence in document.sentences]
    for index in range(len(uses) - 2, -1, -1):
        if uses[index] in ("unplaced", "opinion") and _introduces(document.sentences[index], uses[index + 1]):
            uses[index] = uses[index + 1]
    return tuple(Placed(s.span, use) for s, use in zip(document.sentences, uses, strict=True))


def _introduces(sentence: Sentence, following: Use) -> bool:
    """'We demand:', 'LIST OF DETAINEES', 'THE CASE': read with what stands below it."""
    text = sentence.text.rstrip(" *_")
    is_label = text.isupper() and len(text.split()) <= LABEL and not text.endswith((".", "!", "?"))
    return following in ("used", "background") and (text.endswith(":") or is_label)


def _spans(node: object) -> list[Span]:
    if isinstance(node, Span):
        return [node]
    if isinstance(node, dict):
        return [span for value in node.values() for span in _spans(value)]
    if isinstance(node, tuple):
        return [span for value in node for span in _spans(value)]
    if isinstance(node, str | int | float) or not is_dataclass(node):
        return []
    return [span for value in vars(node).values() for span in _spans(value)]


def _use(sentence: Sentence, spans: list[Span], words: Lexicon) -> Use:
    if sentence.section.is_furniture:
        return "furniture"
    if _is_read(sentence.span, spans):
        return "used"
    if sentence.section is Section.BACKGROUND or words.cues("background").first(sentence.text):
        return "background"
    return "opinion" if words.cues("opinion").first(sentence.text) else "unplaced"


def _is_read(span: Span, spans: list[Span]) -> bool:
    """Whether a found thing's words begin in the sentence or run over it."""
    low, high = bisect_left(spans, (span.start, 0)), bisect_right(spans, (span.end, 0))
    return low < high or any(other.overlaps(span) for other in spans[max(0, low - 40) : low])
