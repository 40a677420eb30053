"""Lines that greet whoever a letter is to."""

import re

from tocsin.reading.contacts.sheet import Sheet

_LONGEST = 90
_NEAR_THE_START = 3
_DATED = re.compile(r"[^–—-]{0,9}\d[^–—-]{0,20}[–—-]\s*")  # 'April 20 2012 – Dear ...'
_ENDS = (",", ":", "!", "，", "：", "！", ";")


def is_salutation(sheet: Sheet, index: int) -> bool:
    """'Dear Minister,', 'Salutation: Your Excellency', 'Sehr geehrter Herr Präsident!'."""
    text = sheet.line(index)
    return len(text) <= _LONGEST and any(
        (hit.start <= _NEAR_THE_START or _DATED.fullmatch(text, 0, hit.start))
        and (hit.code == "label" or text.endswith(_ENDS))
        for hit in sheet.words.find("salutations", text)
    )


def greets_nobody_else(sheet: Sheet, index: int) -> bool:
    """'Salutation: Your Excellency' belongs to the address above it, 'Dear friends' to the readers: no letter begins there."""
    return any(hit.code in ("label", "readers") for hit in sheet.words.find("salutations", sheet.line(index)))
