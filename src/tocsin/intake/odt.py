"""ODT -> its paragraphs, list items and table cells, a line each."""

from collections.abc import Iterator

from lxml import etree

from tocsin.intake.errors import Empty, Overblown
from tocsin.intake.extracted import Extracted, Piece
from tocsin.intake.tables import row
from tocsin.intake.zipped import member, opened

TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
HREF = "{http://www.w3.org/1999/xlink}href"
DEEPEST = 200
INSTEAD = {f"{TEXT}tab": " ", f"{TEXT}line-break": "\n", f"{TEXT}s": " ", f"{TEXT}soft-page-break": ""}
UNSEEN = frozenset(
    {f"{TEXT}tracked-changes", f"{OFFICE}annotation", f"{TEXT}bookmark", f"{TEXT}sequence-decls"}
)
APART = frozenset({f"{TEXT}p", f"{TEXT}h", f"{TABLE}table", f"{TEXT}list"})


def odt_pieces(data: bytes) -> list[Piece]:
    """Raises `Damaged`, `Overblown` or `Empty`."""
    markup = member(opened(data), "content.xml")
    root = etree.fromstring(markup, etree.XMLParser(resolve_entities=False, no_network=True))
    body = root.find(f".//{OFFICE}text")
    lines = "" if body is None else "\n".join(_blocks(body, 0))
    if not lines.strip():
        raise Empty("an ODT document without words; save its text into it again")
    return [Extracted(lines.strip("\n"))]


def _blocks(element: etree._Element, depth: int) -> Iterator[str]:
    """A line a paragraph, a blank line after those outside of lists and tables; a table row is one line."""
    if depth > DEEPEST:
        raise Overblown("its parts are nested deeper than any document needs; save its text as plain text")
    for child in element:
        if child.tag in UNSEEN or not isinstance(child.tag, str):
            continue
        if child.tag in (f"{TEXT}p", f"{TEXT}h"):
            yield "".join(_words(child, 0)).strip()
        elif child.tag == f"{TABLE}table-row":
            cells = ("\n".join(_blocks(cell, depth + 1)).strip() for cell in child)
            kept = [cell for cell in cells if cell]
            yield row(kept) or "\n".join(kept)
        elif child.tag == f"{TEXT}list-item":
            yield "- " + "\n".join(_blocks(child, depth + 1)).strip()
        else:
            yield from _blocks(child, depth + 1)
        if child.tag in APART and depth == 0:
            yield ""


def _words(element: etree._Element, depth: int) -> Iterator[str]:
    if depth > DEEPEST:
        raise Overblown("its parts are nested deeper than any document needs; save its text as plain text")
    yield INSTEAD.get(str(element.tag), "") + (element.text or "")
    for child in element:
        if child.tag not in UNSEEN and isinstance(child.tag, str):
            yield from _words(child, depth + 1)
        yield child.tail or ""
    address = (element.get(HREF) or "").removeprefix("mailto:").split("?")[0]
    if "@" in address and address not in "".join(element.itertext()):
        yield f" ({address})"
