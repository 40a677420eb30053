"""Warnings of a draft that one pair of eyes is not enough for."""

NEEDS_TWO = frozenset(
    {"private_address", "minor", "incitement", "hostage_taking", "sexual_violence", "disputed_fundraiser"}
)
