"""Documents that hold other documents, pictures and mails: each piece goes to the parser it needs."""

from collections.abc import Iterator, Sequence

from tocsin.intake.charsets import decode
from tocsin.intake.errors import Overblown, Unreadable
from tocsin.intake.extracted import Enclosed, Extracted, Note, PictureOfPage, Piece, joined
from tocsin.intake.kinds import DOCX, HTML, JPEG, MAIL, MBOX, ODT, PDF, PLAIN, PNG, RTF, media_type
from tocsin.intake.sandbox.run import Deadline, drawn, parsed
from tocsin.intake.scans.packs import installed
from tocsin.intake.scans.recognise import read_picture
from tocsin.intake.scans.size import check_size

PARSERS = {HTML: "html", PDF: "pdf", DOCX: "docx", ODT: "odt", RTF: "rtf", MAIL: "mail", MBOX: "mbox"}
SECONDS = 90.0  # for one report with all that it encloses
MOST_LISTED = 10
DEEPEST = 2  # a mail, its attachment, and no further


def read_document(data: bytes, kind: str) -> Extracted:
    """The text of a document of one of the kinds that need a parser. Raises `Unreadable`."""
    return _read(data, kind, Deadline(SECONDS), 0)


def _read(data: bytes, kind: str, deadline: Deadline, depth: int) -> Extracted:
    if kind in (JPEG, PNG):
        check_size(data)
        return read_picture(data, deadline)
    pieces = parsed(PARSERS[kind], data, deadline)
    if len(pieces) == 1 and isinstance(pieces[0], Extracted):
        return pieces[0]
    if all(isinstance(piece, PictureOfPage) for piece in pieces):
        return _scanned(data, pieces, deadline)
    return joined(_all(data, pieces, deadline, depth))


def _all(data: bytes, pieces: Sequence[Piece], deadline: Deadline, depth: int) -> Iterator[Extracted]:
    """Every piece as text; what could not be read is said in notes at the end."""
    pages: dict[str, list[int]] = {}
    for piece in pieces:
        try:
            yield _one(data, piece, deadline, depth)
        except Unreadable as refusal:
            if isinstance(piece, Enclosed):
                message = f"The attachment {piece.name} was not read: {refusal}."
                yield Extracted("", None, (Note("attachment_unread", message),))
            elif isinstance(piece, PictureOfPage):
                pages.setdefault(str(refusal), []).append(piece.index + 1)
    for reason, numbers in pages.items():
        message = f"Not read: {_listed(numbers)}: {reason}."
        yield Extracted("", None, (Note("page_unread", message),))


def _listed(numbers: list[int]) -> str:
    """'page 3', 'pages 3, 4, 8'; the last stands for the rest of a long list."""
    if len(numbers) > MOST_LISTED:
        return f"{len(numbers)} pages from {numbers[0]} to {numbers[-1]}"
    return f"page{'s' if len(numbers) > 1 else ''} {', '.join(map(str, numbers))}"


def _one(data: bytes, piece: Piece, deadline: Deadline, depth: int) -> Extracted:
    if isinstance(piece, Extracted):
        return piece
    if isinstance(piece, PictureOfPage):
        installed()  # before the page is drawn for nothing
        return read_picture(drawn(data, piece.index, deadline), deadline)
    return joined((Extracted(f"Attachment: {piece.name}"), _enclosed(piece, deadline, depth + 1)))


def _enclosed(piece: Enclosed, deadline: Deadline, depth: int) -> Extracted:
    if depth > DEEPEST:
        raise Overblown("it is enclosed too deeply; save it as a file of its own")
    kind = media_type(piece.data)
    if kind == PLAIN:
        return Extracted(decode(piece.data, is_html=False)[0])
    return _read(piece.data, kind, deadline, depth)


def _scanned(data: bytes, pieces: Sequence[Piece], deadline: Deadline) -> Extracted:
    """A PDF of pictures alone; raises what its first page raises where no page could be read."""
    found = joined(_all(data, pieces, deadline, 0))
    return found if found.text else _one(data, pieces[0], deadline, 0)
