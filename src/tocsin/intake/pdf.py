"""PDF -> its words, page by page in the order in which they were set; pages without words are left to scans."""

import struct
import zlib
from collections.abc import Iterator
from itertools import pairwise

import pypdfium2
from pypdfium2 import PdfDocument, PdfiumError, PdfPage, PdfTextPage

from tocsin.intake.errors import Damaged, Locked, TooLarge
from tocsin.intake.extracted import Extracted, PictureOfPage, Piece
from tocsin.intake.wrapped import unwrapped

MOST_PAGES = 200
MOST_PIXELS = 12_000_000
DOTS_PER_INCH, POINTS_PER_INCH = 300, 72
WIDE = 1.45  # of the usual distance between lines: a paragraph ends
SOFT_HYPHEN = "\ufffe"  # what PDFium makes of a hyphen and the line end after it


def pdf_pieces(data: bytes) -> list[Piece]:
    """Raises `Damaged`, `Locked` or `TooLarge`."""
    document = _opened(data)
    if len(document) > MOST_PAGES:
        raise TooLarge(
            f"a PDF of {len(document)} pages, more than {MOST_PAGES}; save the pages of the appeal as a file of their own"
        )
    return [_page(page, index) for index, page in enumerate(_pages(document))]


def page_picture(data: bytes, index: int) -> bytes:
    """One page as a grey PNG at 300 dots per inch, fewer where the page is huge."""
    page = _opened(data)[index]
    width, height = page.get_size()
    scale = DOTS_PER_INCH / POINTS_PER_INCH
    scale = min(scale, (MOST_PIXELS / max(width * height, 1)) ** 0.5)
    bitmap = page.render(scale=scale, grayscale=True)
    pixels = bytes(bitmap.buffer)
    starts = range(0, bitmap.height * bitmap.stride, bitmap.stride)
    rows = b"".join(b"\0" + pixels[start : start + bitmap.width] for start in starts)
    return grey_png(bitmap.width, bitmap.height, zlib.compress(rows, level=1))


def grey_png(width: int, height: int, packed: bytes) -> bytes:
    """`packed` are the rows, each after a zero, in zlib's format: tesseract reads that twice as fast as plain pixels."""
    size = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
        for kind, body in ((b"IHDR", size), (b"IDAT", packed), (b"IEND", b""))
    )


def _opened(data: bytes) -> PdfDocument:
    try:
        return PdfDocument(data)
    except PdfiumError as error:
        if error.err_code == pypdfium2.raw.FPDF_ERR_PASSWORD:
            raise Locked(
                "a PDF that opens only with a password; open it, print it into a new PDF and read that"
            ) from None
        raise Damaged("a PDF that is damaged or cut short; download or save it again") from None


def _pages(document: PdfDocument) -> Iterator[PdfPage | None]:
    """None for a page that is listed but cannot be opened."""
    for index in range(len(document)):
        try:
            yield document[index]
        except PdfiumError:
            yield None


def _page(page: PdfPage | None, index: int) -> Piece:
    if page is None:
        return PictureOfPage(index)
    words = page.get_textpage()
    text = words.get_text_range()
    if text.strip() and len(text) == words.count_chars():
        text = _with_paragraphs(text, words)
    text = text.replace(SOFT_HYPHEN, "-\n").replace("\r\n", "\n").replace("\r", "\n").replace("\x00", "")
    if not text.strip() and next(page.get_objects(max_depth=1), None) is not None:
        return PictureOfPage(index)
    return Extracted(unwrapped(text.strip("\n")))


def _with_paragraphs(text: str, words: PdfTextPage) -> str:
    """A blank line where the space between two lines is wider than usual, or the next column begins."""
    starts = [0, *(i + 1 for i, char in enumerate(text[:-1]) if char in ("\n", SOFT_HYPHEN))]
    try:
        bottoms = [words.get_charbox(start, loose=True)[1] for start in starts]
    except PdfiumError:  # letters without a place on the page
        return text
    steps = [above - below for above, below in pairwise(bottoms)]
    downward = sorted(step for step in steps if step > 1) or [0]
    usual = downward[len(downward) // 3]  # most lines stand close; a page of short paragraphs has many gaps
    wide = [
        start
        for start, step in zip(starts[1:], steps, strict=True)
        if not -1 <= step <= usual * WIDE and text[start - 1] == "\n"
    ]
    return "".join(
        text[start:end] + ("\n" if end in set(wide) else "") for start, end in pairwise([0, *wide, len(text)])
    )
