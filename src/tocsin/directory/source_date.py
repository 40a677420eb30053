"""The date of a source: a year, a month or a day (EDTF level 0)."""

from datetime import date

from django.utils import timezone
from django.utils.translation import gettext as _

from .errors import CannotUse


def source_date(text: str, may_lie_ahead: bool = False) -> str:
    """`text` as EDTF: '2011', '2011-06' or '2011-06-15'. Raises CannotUse for anything else.

    So it does for the future, where a statement cannot come from, unless that is what is spoken of.
    """
    text = text.strip()
    parts = text.split("-")
    try:
        if [len(p) for p in parts] != [4, 2, 2][: len(parts)]:
            raise ValueError(text)
        begins = date(int(parts[0]), *(int(p) for p in [*parts[1:], "01", "01"][:2]))
    except ValueError as error:
        raise CannotUse(
            _("“%(text)s” is not a date. Write the day, month or year of the source, such as 2026-03-01.")
            % {"text": text}
        ) from error
    if begins > timezone.localdate() and not may_lie_ahead:
        raise CannotUse(_("The date of the source, %(date)s, lies in the future.") % {"date": text})
    return text
