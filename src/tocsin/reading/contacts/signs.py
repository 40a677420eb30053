"""What a line begins with: the sign of an item, the name of a channel."""

import re

_SHORTEST_NAME = 3
CHANNEL_LABEL = re.compile(
    r"^\W*(?:(?:alternative|alt|via|by|or|and|direct|office|work|home|general|par|por|per)\b[. ]*)?"
    r"(?:t[eé]l(?:[eé](?:phone|fono|fon|fone|fax))?s?|tlf|tf|phones?|ph|fax(?:es)?|fa[ck]simil[eé]|t[eé]l[eé]copie|voice|direct line|trunkline|"
    r"(?:e-?)?mails?(?: to)?|e-?post|web(?:site|seite)?|https?|twitter|facebook|mobile|mob|cell?|whatsapp|correo(?: electr[oó]nico)?|courriel|mél|pec|"
    r"faks|тел(?:ефон)?|факс|эл|имейл|и-?мейл|[电電]话|電話|传真|傳真|[电電][邮郵子]|邮箱|郵箱)(?![^\W\d_])",
    re.IGNORECASE,
)
ITEM = re.compile(r"^\W*(?:\d{1,2}(?:[.)]-?|-|[.)]? ?[-–])|[-–—*•·●→>]|\(?[a-zа-я0-9]\))\s+")


def is_item(text: str) -> bool:
    """One of a list: '- ...', '2) ...'."""
    return bool(ITEM.match(text))


def is_channel_label(text: str) -> bool:
    """'Tel', 'E-mail': names no office."""
    label = CHANNEL_LABEL.match(text)
    return bool(label) and len(text) - label.end() < _SHORTEST_NAME if label else False


def after_item(text: str) -> int:
    """Where a line goes on behind the sign of a list."""
    item = ITEM.match(text)
    return item.end() if item else 0


def bare(text: str) -> str:
    """A line without the sign of a list before it and the comma behind it."""
    return text[after_item(text) :].rstrip(",")
