"""Bytes -> characters: declared, then strict UTF-8, then what the letters' frequencies say."""

import codecs
import re

from tocsin.intake.wide import unmarked_utf16

FEWEST_GOOD = 20  # well-formed letters for each broken one: a UTF-8 text that was cut or patched
_DECLARED = re.compile(
    rb"(?:charset\s*=\s*[\"']?|<\?xml[^>]{0,80}encoding\s*=\s*[\"'])\s*([A-Za-z0-9_.:-]{2,40})", re.IGNORECASE
)
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_AS_BROWSERS_DO = {
    "iso-8859-1": "cp1252",
    "latin-1": "cp1252",
    "ascii": "cp1252",
    "us-ascii": "cp1252",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "big5": "big5hkscs",
    "x-sjis": "cp932",
    "shift_jis": "cp932",
    "ks_c_5601-1987": "cp949",
    "euc-kr": "cp949",
}
_UKRAINIAN = "іїєґІЇЄҐ".encode("koi8-u")  # lines of boxes in koi8-r
_OF_SEVERAL_BYTES = frozenset({"gb18030", "big5hkscs", "cp932", "cp949", "euc-jp", "iso-2022-jp", "hz"})


def decode(data: bytes, is_html: bool, declared: str | None = None) -> tuple[str, str]:
    """(text, charset); letters that cannot be decoded become U+FFFD, which the draft then warns of.

    `declared` is what a mail says of its part; a page declares its own.
    """
    for mark, name in _MARKS:
        if data.startswith(mark):
            return data.decode(name, errors="replace"), name
    named = _named(declared) or (_declared(data) if is_html else None)
    # A text that is well-formed UTF-8 by chance does not occur in charsets of one byte a letter.
    order = (named, "utf-8") if named in _OF_SEVERAL_BYTES or _is_seven_bit(named) else ("utf-8", named)
    for tried in (unmarked_utf16(data), *order):
        text = _strictly(data, tried)
        if text is not None and tried:
            return text, tried
    guessed = "utf-8" if _is_patched_utf8(data) else named if named and _is_known(named) else _guessed(data)
    return data.decode(guessed, errors="replace"), guessed


def _declared(data: bytes) -> str | None:
    match = _DECLARED.search(data[:4096])
    return _named(match[1].decode("ascii")) if match else None


def _named(name: str | None) -> str | None:
    low = name.strip().lower() if name else ""
    return _AS_BROWSERS_DO.get(low, low) or None


def _is_seven_bit(name: str | None) -> bool:
    return name is not None and name.startswith(("iso-2022-", "utf-7", "hz"))


def _is_known(name: str | None) -> bool:
    """A charset of text: Python also knows 'rot13' and 'hex', which are none."""
    try:
        return name is not None and b"\0\0\0\0".decode(name).strip("\0") == ""
    except (LookupError, ValueError):  # a `UnicodeError` is a `ValueError`
        return False


def _strictly(data: bytes, name: str | None) -> str | None:
    if not _is_known(name) or name is None:
        return None
    try:
        return data.decode(name)
    except (UnicodeError, ValueError):
        return None


def _is_patched_utf8(data: bytes) -> bool:
    text = data.decode("utf-8", errors="replace")
    broken = text.count("\ufffd")
    good = len(text) - len(text.encode("ascii", errors="ignore")) - broken
    return good >= FEWEST_GOOD * broken


def _guessed(data: bytes) -> str:
    """By faust-cchardet; Western European where it cannot tell."""
    import cchardet

    name = _named(cchardet.detect(data).get("encoding")) or "cp1252"
    if name == "koi8-r" and len(data.translate(None, _UKRAINIAN)) < len(data):
        return "koi8-u"
    return name if _is_known(name) else "cp1252"
