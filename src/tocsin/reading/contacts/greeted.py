"""Letters that print no address: 'Dear Prime Minister, ...' says alone whom they are to."""

from collections.abc import Sequence

from tocsin.language.phrases import Hit
from tocsin.reading.contacts.entry import Entry
from tocsin.reading.contacts.roles import AUTHORITIES
from tocsin.reading.contacts.salutations import is_salutation
from tocsin.reading.contacts.sheet import Sheet

_TITLED = AUTHORITIES - {"other", "company"}
_LONGEST = 8  # words


def greeted_entries(sheet: Sheet, entries: Sequence[Entry]) -> list[Entry]:
    """Entries for the officials whom a letter greets, where no other words name an office of their kind."""
    kinds = {entry.kind for entry in entries}
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
    if len(text.split()) > _LONGEST or not is_salutation(sheet, index) or _is_label(sheet, text):
        return None
    hit = next((h for h in sheet.words.find("kinds", text) if h.code in _TITLED), None)
    return Hit(hit.code, hit.start, len(text.rstrip(" ,:;!，：！"))) if hit else None


def _is_label(sheet: Sheet, text: str) -> bool:
    """'Salutation: Your Excellency' belongs to the address above it."""
    return any(hit.code == "label" for hit in sheet.words.find("salutations", text))
