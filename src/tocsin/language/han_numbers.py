"""Numbers written in Chinese characters: '二十六' -> 26, '三百二十' -> 320."""

_DIGITS = {c: n for n, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2, "兩": 2}
_UNITS = {"十": 10, "百": 100, "千": 1000}
HAN_DIGITS = "".join(_DIGITS) + "".join(_UNITS)


def han_number(written: str) -> int | None:
    """The value of a run of such characters below ten thousand; None for anything else, such as a year '二〇一九'."""
    total = digit = 0
    last = 10_000
    for character in written:
        if character in _DIGITS:
            if digit:
                return None
            digit = _DIGITS[character]
        elif (unit := _UNITS.get(character, last)) < last:
            total += (digit or 1) * unit
            digit, last = 0, unit
        else:
            return None
    return total + digit or None
