"""Bytes -> characters: declared, then strict UTF-8, then what the letters' frequencies say."""

import codecs
import re

DOUBTFUL_SHARE = 0.002
_DECLARED = re.compile(
    rb"(?:charset\s*=\s*[\"']?|<\?xml[^>]{0,80}encoding\s*=\s*[\"'])\s*([A-Za-z0-9_.:-]{2,40})", re.IGNORECASE
)
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_AS_BROWSERS_DO = {
    "iso-8859-1": "cp1252",
    "latin-1": "cp1252",
    "ascii": "cp1252",
    "us-ascii": "cp1252",
    "gb2312": "gb18030",
}


def decode(data: bytes, is_html: bool) -> tuple[str, str]:
    """(text, charset); letters that cannot be decoded become U+FFFD, which the draft then warns of."""
    for mark, name in _MARKS:
        if data.startswith(mark):
            return data.decode(name, errors="replace"), name
    declared = _declared(data) if is_html else None
    for tried in (declared, "utf-8"):
        text = _strictly(data, tried)
        if text is not None and tried:
            return text, tried
    guessed = _guessed(data)
    return data.decode(guessed, errors="replace"), guessed


def _declared(data: bytes) -> str | None:
    match = _DECLARED.search(data[:4096])
    name = match[1].decode("ascii").lower() if match else None
    return _AS_BROWSERS_DO.get(name, name) if name else None


def _strictly(data: bytes, name: str | None) -> str | None:
    if name is None:
        return None
    try:
        return data.decode(name)
    except (UnicodeDecodeError, LookupError):
        return None


def _guessed(data: bytes) -> str:
    """By faust-cchardet; Western European where it cannot tell."""
    import cchardet

    name = (cchardet.detect(data).get("encoding") or "cp1252").lower()
    name = _AS_BROWSERS_DO.get(name, name)
    try:
        codecs.lookup(name)
    except LookupError:
        return "cp1252"
    return name
