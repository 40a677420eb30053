"""The machine's part of a report: blocks of fields, as in a header, with empty lines between them."""

import re
from binascii import Error, a2b_base64
from email.message import Message
from email.parser import HeaderParser
from quopri import decodestring

_BETWEEN = re.compile(r"\r?\n[ \t]*\r?\n")
Block = dict[str, str]


def blocks(part: Message) -> list[Block]:
    """Names in lower case; of a field that stands twice, the first. Parts in base64 occur, though no rule has them."""
    text = _text(part)
    found = [HeaderParser().parsestr(each.strip("\r\n")) for each in _BETWEEN.split(text)]
    return [_fields(block) for block in found if block.keys()]


def _text(part: Message) -> str:
    _head, _empty, body = part.as_bytes().replace(b"\r\n", b"\n").partition(b"\n\n")
    encoding = str(part.get("Content-Transfer-Encoding", "")).strip().lower()
    if encoding == "base64":
        try:
            body = a2b_base64(body)
        except Error:
            return ""
    elif encoding == "quoted-printable":
        body = decodestring(body)
    return body.decode("utf-8", "replace")


def _fields(block: Message) -> Block:
    fields: Block = {}
    for name, value in block.items():
        fields.setdefault(name.lower(), " ".join(str(value).split()))
    return fields
