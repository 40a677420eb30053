"""What name taggers mark -> findings. They say what kind of thing a name is, and nothing of its fate."""

from collections.abc import Iterable, Iterator

from .finding import Finding, Kind
from .quoting import quote_around

Marked = tuple[int, int, str]  # start, end, the tagger's own label

AROUND = ' \t\r\n,;:|()[]«»"“”„'  # signs that taggers take along
KIND_OF: dict[str, Kind] = {
    "PER": "person",
    "PERSON": "person",
    "ORG": "organisation",
    "LOC": "place",
    "GPE": "place",
    "FAC": "place",
}


def findings(text: str, marked: Iterable[Marked]) -> list[Finding]:
    """Labels of no use to a draft, such as dates and money, are left out."""
    return list(_findings(text, marked))


def _findings(text: str, marked: Iterable[Marked]) -> Iterator[Finding]:
    for start, end, label in marked:
        name = text[start:end].strip(AROUND)
        if name and (kind := KIND_OF.get(label)):
            yield Finding(kind, name, quote_around(text, start, end))
