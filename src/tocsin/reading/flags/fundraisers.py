"""A call for money that somebody in the same text, or under it, calls a fraud."""

from collections.abc import Iterator

from tocsin.language.lexicon import Lexicon
from tocsin.reading.document import Document
from tocsin.terms.draft import Warning

MESSAGE = "Somebody here disputes a call for money: do not pass it on before two people have checked who is behind it."


def disputed_fundraiser(document: Document, words: Lexicon) -> Iterator[Warning]:
    """Comments count too: that is where people warn each other."""
    cues = words.cues("fundraising")
    spans = tuple(
        sentence.span
        for sentence in document.sentences
        if {"money", "dispute"} <= set(cues.codes(sentence.text))
        or "disputed_money" in cues.codes(sentence.text)
    )
    if spans:
        yield Warning("disputed_fundraiser", MESSAGE, spans)
