"""Nothing is dropped in silence: what became of each sentence."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import is_dataclass

from tocsin.language.lexicon import Lexicon
from tocsin.reading.document import Document, Sentence
from tocsin.reading.sections import Section
from tocsin.terms.draft import Placed, Use
from tocsin.terms.span import Span

UNREAD = frozenset({"background", "opinion", "unplaced"})
OF_THE_CASE = ("incidents", "status", "demands", "asks")
LABEL, FEWEST_LETTERS = 6, 4
_PLAIN = frozenset({str, int, float, bool, type(None)})  # hold no spans


def cover(document: Document, found: tuple[object, ...], words: Lexicon) -> tuple[Placed, ...]:
    """Every sentence once, in order; `found` are the things read, wherever they keep their spans."""
    spans = sorted(_spans(found))
    uses = [_use(sentence, spans, words) for sentence in document.sentences]
    for index in range(len(uses) - 2, -1, -1):
        if uses[index] in UNREAD and _introduces(document.sentences[index], uses[index + 1]):
            uses[index] = uses[index + 1]
    return tuple(Placed(s.span, use) for s, use in zip(document.sentences, uses, strict=True))


def _introduces(sentence: Sentence, following: Use) -> bool:
    """'We demand:', 'LIST OF DETAINEES', 'THE CASE': read with what stands below it."""
    text = sentence.text.rstrip(" *_")
    is_label = text.isupper() and len(text.split()) <= LABEL and not text.endswith((".", "!", "?"))
    return following == "used" and (text.endswith(":") or is_label)


def _spans(found: tuple[object, ...]) -> set[Span]:
    """All spans, however deep they are kept."""
    spans: set[Span] = set()
    nodes: list[object] = [found]
    while nodes:
        node = nodes.pop()
        if isinstance(node, Span):
            spans.add(node)
        else:
            nodes += [part for part in _parts(node) if type(part) not in _PLAIN]
    return spans


def _parts(node: object) -> Iterable[object]:
    if isinstance(node, tuple):
        return node
    if isinstance(node, dict):
        return node.values()
    return vars(node).values() if is_dataclass(node) else ()


def _use(sentence: Sentence, spans: list[Span], words: Lexicon) -> Use:
    if sentence.section.is_furniture:
        return "furniture"
    if _is_read(sentence.span, spans):
        return "used"
    if sentence.section is Section.BACKGROUND:
        return "background"
    return _of_unread(sentence.text, words)


def _of_unread(text: str, words: Lexicon) -> Use:
    """What nothing was read from: left to the reviewer where its words are those of a case, else told around it."""
    if sum(char.isalpha() for char in text) < FEWEST_LETTERS:
        return "furniture"
    if words.cues("background").first(text):
        return "background"
    if words.cues("opinion").first(text):
        return "opinion"
    if any(words.cues(part).first(text) for part in OF_THE_CASE):
        return "unplaced"
    return "opinion" if text.rstrip(" *_\"')").endswith(("!", "?", "！", "？")) else "background"


def _is_read(span: Span, spans: list[Span]) -> bool:
    """Whether a found thing's words begin in the sentence or run over it."""
    low, high = bisect_left(spans, (span.start, 0)), bisect_right(spans, (span.end, 0))
    return low < high or any(other.overlaps(span) for other in spans[max(0, low - 40) : low])
