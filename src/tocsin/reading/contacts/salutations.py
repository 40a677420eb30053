"""Lines that greet whoever a letter is to."""

from tocsin.reading.contacts.sheet import Sheet

_LONGEST = 90
_NEAR_THE_START = 3
_ENDS = (",", ":", "!", "，", "：", "！", ";")


def is_salutation(sheet: Sheet, index: int) -> bool:
    """'Dear Minister,', 'Salutation: Your Excellency', 'Sehr geehrter Herr Präsident!'."""
    text = sheet.line(index)
    return len(text) <= _LONGEST and any(
        hit.start <= _NEAR_THE_START and (hit.code == "label" or text.endswith(_ENDS))
        for hit in sheet.words.find("salutations", text)
    )
