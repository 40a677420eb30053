"""RTF -> its words, with page headers, footers and footnotes where they stand in the file."""

import codecs
import re

from striprtf.striprtf import rtf_to_text

from tocsin.intake.errors import Empty
from tocsin.intake.extracted import Extracted, Piece

_CODE_PAGE = re.compile(rb"\\ansicpg(\d{3,5})")
_PICTURE = re.compile(r"[0-9a-fA-F\r\n]{240,}")
_LINK = re.compile(r"\(\"(?:mailto:)?([^\"\s]{3,300})\"\)")
_ELSEWHERE = re.compile(r"\\(?:header|footer)[flr]?(?![a-z])|\\footnote(?![a-z])")


def rtf_pieces(data: bytes) -> list[Piece]:
    """Raises `Empty`. Letters are read by the code page that the file names, and by that of each font."""
    charset = _charset(data)
    markup = _PICTURE.sub("", data.decode(charset, errors="replace").replace("\x00", ""))
    markup = _ELSEWHERE.sub(r"\\par ", markup).replace(
        r"{\field", "\n{\\field"
    )  # one link a line, for striprtf
    text = rtf_to_text(markup, encoding=charset, errors="replace")
    lines = [_LINK.sub(_linked, line).strip(" |\t") for line in text.split("\n")]
    words = re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip("\n")
    if not words.strip():
        raise Empty("an RTF document without words; save its text into it again")
    return [Extracted(words, charset=charset)]


def _linked(match: re.Match[str]) -> str:
    """' (address)', or nothing where the words before it show the address."""
    before = match.string[max(0, match.start() - len(match[1])) : match.start()]
    return "" if before.casefold() == match[1].casefold() else f" ({match[1]})"


def _charset(data: bytes) -> str:
    """Western European where the file names none, or one that is unknown."""
    match = _CODE_PAGE.search(data[:4096])
    name = f"cp{int(match[1])}" if match else "cp1252"
    name = {"cp65001": "utf-8", "cp10000": "mac_roman"}.get(name, name)
    try:
        return codecs.lookup(name).name
    except LookupError:
        return "cp1252"
