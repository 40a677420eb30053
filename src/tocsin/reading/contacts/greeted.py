"""Letters that print no address: 'Dear Prime Minister, ...' says alone whom they are to."""

from collections.abc import Sequence

from tocsin.language.phrases import Hit
from tocsin.reading.contacts.entry import Entry
from tocsin.reading.contacts.roles import AUTHORITIES
from tocsin.reading.contacts.salutations import is_salutation
from tocsin.reading.contacts.sheet import Sheet

_TITLED = AUTHORITIES - {"other", "company"}
_LONGEST, _SHORT = 8, 3  # words
_NEAR_THE_START = 3


def greeted_entries(sheet: Sheet, entries: Sequence[Entry]) -> list[Entry]:
    """Entries for the officials whom a letter greets, where no other words name an office of their kind."""
    kinds = {entry.kind for entry in entries if entry.role != "organiser"}
    greeted: list[Entry] = []
    for index in range(len(sheet.page.lines)):
        title = _title(sheet, index)
        if title and title.code not in kinds and not sheet.is_furniture(sheet.page.starts[index]):
            kinds.add(title.code)
            start = sheet.page.starts[index]
            office = (start + title.start, start + title.end)
            greeted.append(Entry("target", title.code, *office, office=office, said=office, rule="greeting"))
    return greeted


def _title(sheet: Sheet, index: int) -> Hit | None:
    """The title in a greeting, with the name that follows it."""
    text = sheet.line(index)
    if not _greets(sheet, index, text):
        return None
    hit = next(
        (h for h in sheet.words.find("kinds", text) if h.code in _TITLED or _opens_chinese(index, text)), None
    )
    if hit and len(text[hit.start :].split()) > _LONGEST:
        return None
    return Hit(hit.code, hit.start, len(text.rstrip(" ,:;!，：！"))) if hit else None


def _greets(sheet: Sheet, index: int, text: str) -> bool:
    """Also 'Kære statsminister' without a comma; 'Salutation: Your Excellency' belongs to the address above it."""
    if _opens_chinese(index, text):
        return True
    hits = sheet.words.find("salutations", text)
    is_alone = len(text.split()) <= _SHORT and sheet.page.blank_before(index) and _blank_behind(sheet, index)
    begins = any(hit.start <= _NEAR_THE_START for hit in hits)
    return all(h.code != "label" for h in hits) and (is_salutation(sheet, index) or (begins and is_alone))


def _opens_chinese(index: int, text: str) -> bool:
    """'某国政府：' alone on the first line."""
    return index == 0 and text.endswith(("：", ":")) and text[:1] >= "\u3400"


def _blank_behind(sheet: Sheet, index: int) -> bool:
    return index + 1 < len(sheet.page.lines) and sheet.page.blank_before(index + 1)
