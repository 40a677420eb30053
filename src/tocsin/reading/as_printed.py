"""Words read from folded characters, given back as the report prints them."""

from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

from tocsin.language.han import simplified

Read = TypeVar("Read")


def as_printed(found: Read, text: str) -> Read:
    """Every string in `found` that stands in the text in traditional characters, in those characters."""
    folded = simplified(text)
    return found if folded == text else _restored(found, text, folded)


def _restored(value: Any, text: str, folded: str) -> Any:
    if isinstance(value, str):
        at = folded.find(value) if value not in text else -1
        return text[at : at + len(value)] if at >= 0 else value
    if isinstance(value, tuple) and hasattr(value, "_fields"):
        return value  # a span
    if isinstance(value, tuple):
        return tuple(_restored(item, text, folded) for item in value)
    if is_dataclass(value) and not isinstance(value, type):
        changed = {field.name: _restored(getattr(value, field.name), text, folded) for field in fields(value)}
        return replace(value, **changed)
    return value
