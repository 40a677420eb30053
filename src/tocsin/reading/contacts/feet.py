"""What mail programs and mailing lists print around a text: headers and feet, with addresses that nobody should write to."""

import re

from tocsin.reading.contacts.marks import Marks
from tocsin.reading.contacts.page import Page
from tocsin.reading.contacts.words import ContactWords

_HEADER = re.compile(
    r"^[>*_\s]*(?:from|reply-to|sender|return-path|received|message-id|delivered-to|errors-to|list-[a-z]+|x-[a-z-]+|references|"
    r"in-reply-to|von|de la part de|expéditeur|remitente|mittente|remetente|от|от кого|发件人|寄件者)\s?[:：]",
    re.IGNORECASE,
)
_REACH = 2  # lines
_QUOTING = re.compile(
    r"(?:wrote|schrieb|escribió|escreveu|écrit|scritto|написал\w*|пишет|napsal\w*|skrev)\s?:\s*$"
)


def find_feet(page: Page, marks: Marks, words: ContactWords) -> frozenset[int]:
    """Indexes of lines with an address that is a header's, or in a paragraph about (un)subscribing."""
    found: set[int] = set()
    for index in {page.index_at(mark.start) for mark in marks.all if mark.kind != "url"}:
        text = page.lines[index].text
        if _HEADER.match(text) or _QUOTING.search(text) or _is_foot(page, index, words):
            found.add(index)
    return frozenset(found)


def _is_foot(page: Page, index: int, words: ContactWords) -> bool:
    first = last = index
    while first > 0 and not page.blank_before(first) and index - first < _REACH:
        first -= 1
    while last + 1 < len(page.lines) and not page.blank_before(last + 1) and last - index < _REACH:
        last += 1
    return any(words.find("feet", page.lines[i].text) for i in range(first, last + 1))
