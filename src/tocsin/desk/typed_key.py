"""The key of a record, as an address or a form names it."""

# No key is longer; a number of thousands of digits is not even read.
_DIGITS = 18


def typed_key(named: str) -> int:
    """-1, which no record has, for what is no key."""
    return int(named) if named.isdecimal() and len(named) <= _DIGITS else -1
