"""Whether two incidents may be of one day."""

from tocsin.language.edtf import Days, apart, days_of

from .likeness import Reason

NEAR = 3  # days: reports are written a day or two after, and nights have two dates
_LONG = 45  # days: a stretch that tells little


def compare_dates(one: str, other: str) -> Reason:
    """Unknown and unreadable dates ('last Ramadan') are reasons neither way, but for a doubt."""
    left, right = days_of(one), days_of(other)
    if left is None or right is None:
        return Reason("date_unknown", -0.4, one, other)
    between = apart(left, right)
    if between == 0:
        return _overlap(left, right, one, other)
    if between == 1:
        return Reason("date_next_day", 1.0, one, other)
    if between <= NEAR:
        return Reason("date_near", -1.2, one, other)
    return Reason("date_other", -7.0, one, other)


def _overlap(left: Days, right: Days, one: str, other: str) -> Reason:
    if left == right:
        return Reason("date_same", 2.5 if left.has_year else 1.8, one, other)
    if not (left.has_year and right.has_year):
        return Reason("date_no_year", 1.6, one, other)
    longest = max(left.last - left.first, right.last - right.first).days
    return Reason("date_overlaps", 1.4 if longest <= _LONG else 0.4, one, other)
