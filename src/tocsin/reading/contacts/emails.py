"""E-mail addresses as people print them."""

import re
from typing import NamedTuple

from tocsin.terms.span import Span

_LABEL = r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?"
_PLAIN = re.compile(
    rf"(?<![\w.+@-])[a-z0-9_][\w.+'-]{{0,63}}@(?:{_LABEL}\.){{1,4}}[a-z]{{2,24}}(?![a-z0-9@-])",
    re.IGNORECASE | re.ASCII,
)
_AT = r"\s{0,2}[\[({<]\s?(?:at|arroba|bei)\s?[\])}>]\s{0,2}"
_DOT = r"(?:\.|\s{0,2}[\[({<]\s?(?:dot|punto|punkt|point)\s?[\])}>]\s{0,2})"
_SPELT = re.compile(
    rf"(?<![\w.+-])([a-z0-9][\w.+-]{{0,63}}){_AT}((?:{_LABEL}{_DOT}){{1,4}}[a-z]{{2,24}})(?![\w-])",
    re.IGNORECASE | re.ASCII,
)


_SPELT_AT = re.compile(_AT, re.IGNORECASE)


class Email(NamedTuple):
    address: str
    span: Span


def find_emails(text: str) -> list[Email]:
    """Plain addresses and those spelt 'name (at) place (dot) org', in order; redacted ones are not among them."""
    found: list[Email] = []
    if "@" in text:
        found += [Email(match[0].rstrip("."), Span(*match.span())) for match in _PLAIN.finditer(text)]
    if _SPELT_AT.search(text):
        found += [Email(f"{m[1]}@{re.sub(_DOT, '.', m[2])}", Span(*m.span())) for m in _SPELT.finditer(text)]
    return sorted(found, key=lambda email: email.span)
