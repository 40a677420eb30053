"""What stands in a printed file, as a reader of it sees."""

import unicodedata

import pypdfium2


def pages(pdf: bytes) -> list[str]:
    """The words of each page with one blank between; letters as they are typed, not as they are shaped."""
    texts = (page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(pdf))
    return [" ".join(unicodedata.normalize("NFKC", text).replace("\ufffe", "").split()) for text in texts]


def place_of(pdf: bytes, words: str, page: int = 0) -> tuple[float, float, float, float]:
    """Where a word stands on a page (of a page from right to left the reader turns lines about, never words): left, top, right and bottom in millimetres from its upper left corner."""
    leaf = pypdfium2.PdfDocument(pdf)[page]
    text = leaf.get_textpage()
    start = text.get_text_range().index(words)
    boxes = [text.get_charbox(start + n) for n in range(len(words)) if words[n].strip()]
    height = leaf.get_height()
    lefts, bottoms, rights, tops = zip(*boxes, strict=True)
    millimetre = 72 / 25.4
    return (
        min(lefts) / millimetre,
        (height - max(tops)) / millimetre,
        max(rights) / millimetre,
        (height - min(bottoms)) / millimetre,
    )
