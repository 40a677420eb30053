"""E-mail addresses as people print them, also with accents, broken by a blank or a line end, or spelt in words."""

import re
import unicodedata
from typing import NamedTuple

from tocsin.terms.span import Span

_LETTER = r"[a-z0-9à-öø-ɏ]"
_LOCAL = r"(?<![a-z0-9à-öø-ɏ.+@-])[a-z0-9à-öø-ɏ_][a-z0-9à-öø-ɏ_.+'-]{0,63}"
_EDGE = rf"{_LETTER}(?:[a-z0-9à-öø-ɏ-]{{0,61}}{_LETTER})?"
_TOP = r"[a-z]{2,24}(?![a-z0-9@à-öø-ɏ-])"
_PLAIN = re.compile(rf"{_LOCAL}[@＠](?:{_EDGE}\.){{1,4}}{_TOP}", re.IGNORECASE)
# Broken where a line ended or an editor put a blank: 'office@ example.org', 'office@example. org.uk', 'office@exa-\nmple.org'.
_AFTER_AT = rf" ?[@＠]\s{{1,2}}(?:{_EDGE}\.){{1,4}}"
_IN_DOMAIN = rf"[@＠]{_EDGE}(?:-\n(?:{_EDGE}\.){{1,4}}|(?:\.\s{{1,2}}|\s{{1,2}}\.)(?:{_EDGE}\.){{0,3}})"
_BROKEN = re.compile(rf"{_LOCAL}(?:{_AFTER_AT}|{_IN_DOMAIN})(?-i:[a-z]{{2,12}})(?![\w@-])", re.IGNORECASE)
_AT_WORD = r"at|ät|arroba|bei|chez|arobase|chiocciola|zavináč|snabel-?a|собака|маймунско|a|@"
_AT = rf"(?:\s{{0,2}}[\[({{<]\s?(?:{_AT_WORD})\s?[\])}}>]\s{{0,2}}| AT | \[at\] |_at_)"
_DOT = r"(?:\.|\s{0,2}[\[({<]\s?(?:dot|punto|punkt|point|ponto|tečka|точка|\.)\s?[\])}>]\s{0,2}| DOT | dot )"
_SPELT = re.compile(rf"({_LOCAL}){_AT}((?:{_EDGE}{_DOT}){{1,4}}[a-z]{{2,24}})(?![\w-])", re.IGNORECASE)
_SPELT_PLACE = re.compile(rf"{_AT}{_EDGE}{_DOT}{_LETTER}", re.IGNORECASE)
_GLUED = re.compile(
    r"(?<=[a-z])(?:(?<=\.[a-z]{2})|(?<=\.[a-z]{3})|(?<=\.[a-z]{4}))\.?[A-Z][A-Za-z]*$"
)  # 'info@example.orgPhone'
_BLANK = re.compile(r"-\n|\s+")


class Email(NamedTuple):
    address: str
    span: Span


def find_emails(text: str) -> list[Email]:
    """Plain addresses, broken ones and those spelt 'name (at) place (dot) org', in order and apart; redacted ones are not among them."""
    found: list[Email] = []
    if "@" in text or "＠" in text:
        found += [_email(match) for match in _PLAIN.finditer(text)]
        found += [_email(match) for match in _BROKEN.finditer(text)]
    if _SPELT_PLACE.search(text):  # else nothing can end as an address does
        found += [Email(f"{m[1]}@{re.sub(_DOT, '.', m[2])}", Span(*m.span())) for m in _SPELT.finditer(text)]
    return _apart(sorted(found, key=lambda email: email.span))


def _email(match: re.Match[str]) -> Email:
    written = _GLUED.sub("", match[0].rstrip("."))
    address = unicodedata.normalize("NFC", _BLANK.sub("", written)).replace("＠", "@")
    return Email(address, Span(match.start(), match.start() + len(written)))


def _apart(emails: list[Email]) -> list[Email]:
    kept: list[Email] = []
    for email in emails:
        if not kept or email.span.start >= kept[-1].span.end:
            kept.append(email)
    return kept
