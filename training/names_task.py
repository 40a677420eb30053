"""Annotated appeals -> what the name model learns from: tokens with what is told of them, and their labels."""

from bisect import bisect_right
from collections.abc import Iterator

from tocsin.language.lexicon import lexicon
from tocsin.reading.document import Sentence, lay_out
from tocsin.reading.learned.models import Item
from tocsin.reading.learned.names import Stretch, stretches_of
from tocsin.reading.naming import around, known_spans, see_names
from training.markup import Annotation, Appeal

KINDS = {"person": "person", "official": "person", "other": "person", "org": "org", "place": "place"}
Sequence = tuple[list[Item], list[str]]


def sequences(appeal: Appeal) -> Iterator[Sequence]:
    """One for each stretch of text that the reader would ask the model about."""
    names = outermost(appeal.of(*KINDS))
    for sentence, stretch in asked(appeal):
        yield stretch.items, _labels(stretch, sentence, names)


def asked(appeal: Appeal) -> Iterator[tuple[Sentence, Stretch]]:
    words = lexicon(appeal.language)
    document = lay_out(appeal.text, appeal.language, appeal.published)
    told = [sentence for sentence in document.sentences if not sentence.section.is_furniture]
    seen = [see_names(sentence.text, words) for sentence in told]
    whole = around(document.text, seen, words)
    for sentence, proposed in zip(told, seen, strict=True):
        for stretch in stretches_of(sentence.text, *known_spans(proposed), whole, words):
            yield sentence, stretch


def outermost(names: list[Annotation]) -> list[Annotation]:
    """'Fundación Juan Pérez' is a body, whoever gave it his name."""
    kept: list[Annotation] = []
    for name in names:
        if not kept or name.start >= kept[-1].end:
            kept.append(name)
    return kept


def _labels(stretch: Stretch, sentence: Sentence, names: list[Annotation]) -> list[str]:
    starts = [name.start for name in names]
    labels: list[str] = []
    before: Annotation | None = None
    for token in stretch.tokens:
        at = sentence.at(token.start, token.end).start
        place = bisect_right(starts, at) - 1
        name = names[place] if place >= 0 and at < names[place].end else None
        labels.append(f"{'I' if name is before else 'B'}-{KINDS[name.kind]}" if name else "O")
        before = name
    return labels
