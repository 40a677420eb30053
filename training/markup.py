"""An annotated appeal: XML with inline tags -> plain text and annotations with offsets into it."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

NAMES = ("person", "official", "other", "org", "place")
TAGS = frozenset({*NAMES, "incident", "demand", "ask", "opinion", "contact", "furniture"})


@dataclass(frozen=True)
class Annotation:
    """`text[start:end]` of its appeal is of this kind; `attributes` as the tag has them."""

    kind: str
    start: int
    end: int
    attributes: dict[str, str]


@dataclass(frozen=True)
class Appeal:
    """`slug` is the file's name; annotations in the order in which they begin, outer ones first."""

    slug: str
    language: str
    published: str | None
    text: str
    annotations: tuple[Annotation, ...]

    def of(self, *kinds: str) -> list[Annotation]:
        return [a for a in self.annotations if a.kind in kinds]


class BrokenMarkup(ValueError):
    """Says the file, the place and the mend."""


def load(path: Path) -> Appeal:
    """Raises BrokenMarkup."""
    return parse(path.read_text(encoding="utf-8"), path.stem)


def load_all(folder: Path) -> list[Appeal]:
    """All appeals below a folder, by language and slug, so that training never depends on the disk's order."""
    return [load(path) for path in sorted(folder.rglob("*.xml"), key=lambda p: (p.parent.name, p.stem))]


def parse(xml: str, slug: str) -> Appeal:
    """Raises BrokenMarkup."""
    try:
        root = etree.fromstring(xml.encode())
    except etree.XMLSyntaxError as error:
        raise BrokenMarkup(f"{slug}: {error}. Close every tag and write & as &amp;.") from error
    if root.get("invented") != "yes":
        raise BrokenMarkup(f'{slug}: only invented texts may be here; say invented="yes" in <appeal>.')
    pieces: list[str] = []
    annotations = tuple(_walk(root, pieces, slug))
    ordered = sorted(annotations, key=lambda a: (a.start, -a.end))
    return Appeal(slug, root.get("lang", "en"), root.get("published"), "".join(pieces), tuple(ordered))


def _walk(node: etree._Element, pieces: list[str], slug: str) -> Iterator[Annotation]:
    pieces.append(node.text or "")
    for child in node:
        if child.tag not in TAGS:
            raise BrokenMarkup(f"{slug}: <{child.tag!s}> is no tag of ours; training/README.md lists them.")
        start = sum(map(len, pieces))
        yield from _walk(child, pieces, slug)
        yield Annotation(child.tag, start, sum(map(len, pieces)), dict(child.attrib))
        pieces.append(child.tail or "")
