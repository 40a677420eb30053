"""Postal addresses, and the signs that letters of them were lost."""

import re

from tocsin.reading.contacts.entry import Bounds
from tocsin.reading.contacts.marks import Marks
from tocsin.reading.contacts.words import ContactWords

_LABEL_END = re.compile(
    r"[\s,;(]*\b(?:e-?mails?|tel|telephone|phone|fax|ph|t[eé]l|web(?:site)?|тел|факс|correo|courriel)\b[.:\s]*(?:(?:/|and|&)\s*\w+[.:\s]*)?$",
    re.IGNORECASE,
)
_EDGE = " –—-:;,.\t\n|"
_LOST_MARK = re.compile(r"(?:^|\s)\?(?:\s|$)|\ufffd")
_CUT_END = re.compile(r"\b[A-Z]$")
_SMALL_WORDS = (
    "and|at|the|of|on|in|by|near|next|opp|opposite|behind|corner|floor|flat|room|suite|office|building|block|street|st|road|rd|"
    "avenue|ave|square|lane|city|town|district|region|province|village|box|post|apt|kv|bay|house|no|nr|sector|bis|ter|"
    "rue|rues|av|blvd|bd|place|quai|cours|chemin|route|de|la|le|les|du|des|sur|et|à|d|l|calle|avenida|av|col|esq|y|e|o|da|do|dos|"
    "del|della|di|via|viale|piazza|corso|und|am|an|der|die|das|zum|zur|im|bei|platz|allee|straße|strasse|str|weg|van|den|het|"
    "ulica|ul|utca|ter|út|chome|ku|cho|dong|gu|ro|gil|jalan|jl|km|ext|int|c|s|n|p|ker|b|r|th|rd|nd|sk|cad|mah|sok|"
    "ambassador|residence|cross|accredited|embassy|to|with|attn|attention|fao|prospekt|pr|per|pereulok|bulvar|floor|rus|lt"
)
_LOST_START = re.compile(rf"(?:^|[\s,;.])(?!(?:{_SMALL_WORDS})\b)[a-zà-ÿ]{{2,}}(?:-[A-Z]|\b)")


def address_before_marks(text: str, start: int, end: int, marks: Marks, words: ContactWords) -> Bounds | None:
    """What stands between a heading and the first number or e-mail, None where that is the heading again."""
    inside = marks.within(start, end)
    stop = inside[0].start if inside else end
    found = trimmed(text, start, stop)
    if (
        found
        and not any(c.isdigit() for c in text[slice(*found)])
        and words.find("kinds", text[slice(*found)])
    ):
        return None
    return found


def trimmed(text: str, start: int, stop: int) -> Bounds | None:
    """Without the punctuation and labels at its ends; None where nothing is left."""
    body = _LABEL_END.sub("", text[start:stop])
    lead = len(body) - len(body.lstrip(_EDGE))
    body = body[lead:].rstrip(_EDGE + "([")
    return (start + lead, start + lead + len(body)) if len(body) > 2 else None


def has_lost_letters(address: str, is_listed: bool) -> bool:
    """A word that begins in the middle ('ix-Mottl-Street'), a lone question mark, a country cut to one letter.

    In prose only the beginning tells: many languages write small words inside an address.
    """
    if not is_listed:
        return bool(_LOST_MARK.search(address) or _LOST_START.match(address))
    return bool(_LOST_START.search(address) or _LOST_MARK.search(address) or _CUT_END.search(address))
