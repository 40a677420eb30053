"""DOCX -> the words a reader sees: by way of HTML, with page headers before and footers after."""

import re
from io import BytesIO
from zipfile import ZipFile

import mammoth
from lxml import etree

from tocsin.intake.errors import Empty
from tocsin.intake.extracted import Extracted, Piece, joined
from tocsin.intake.html import page_text
from tocsin.intake.zipped import member, opened

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
NO_PICTURE = mammoth.images.img_element(lambda image: {})
_EDGE = re.compile(r"^word/(header|footer)\d*\.xml$")


def docx_pieces(data: bytes) -> list[Piece]:
    """Raises `Damaged`, `Overblown` or `Empty`."""
    archive = opened(data)
    member(archive, "word/document.xml")
    page = mammoth.convert_to_html(BytesIO(data), convert_image=NO_PICTURE, include_embedded_style_map=False)
    body = page_text(f"<html><body>{page.value}</body></html>")
    headers, footers = _edges(archive, "header"), _edges(archive, "footer")
    whole = joined((Extracted(headers), Extracted(body.text), Extracted(footers)))
    if not whole.text.strip():
        raise Empty(
            "a Word document without words; where it holds a picture of a letter, save that as JPEG or PNG"
        )
    return [whole]


def _edges(archive: ZipFile, kind: str) -> str:
    """The lines of all page headers (or footers), each once: a document has one for first, odd and even pages."""
    lines: dict[str, None] = {}
    for name in sorted(archive.namelist()):
        match = _EDGE.match(name)
        if match and match[1] == kind:
            lines |= dict.fromkeys(_paragraphs(member(archive, name)))
    return "\n".join(lines)


def _paragraphs(markup: bytes) -> list[str]:
    root = etree.fromstring(markup, etree.XMLParser(resolve_entities=False, no_network=True))
    found = ("".join(_words(paragraph)).strip() for paragraph in root.iter(f"{W}p"))
    return [words for words in found if words]


def _words(paragraph: etree._Element) -> list[str]:
    instead = {f"{W}tab": " ", f"{W}br": " ", f"{W}cr": " ", f"{W}noBreakHyphen": "-"}
    return [(e.text or "") if e.tag == f"{W}t" else instead.get(str(e.tag), "") for e in paragraph.iter()]
