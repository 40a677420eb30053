"""Contacts as short rows, so that tests can compare them by equality."""

from tocsin.reading.contacts.read import read_contacts
from tocsin.reading.document import lay_out
from tocsin.terms.contacts import Contact


def contacts(text: str, language: str = "en") -> tuple[Contact, ...]:
    return read_contacts(lay_out(text, language))


def rows(text: str, *fields: str, language: str = "en") -> list[tuple[object, ...]]:
    """The named fields of each contact; numbers as they would be dialled."""
    return [
        tuple(_plain(getattr(contact, field)) for field in fields) for contact in contacts(text, language)
    ]


def _plain(value: object) -> object:
    if isinstance(value, tuple) and value and hasattr(value[0], "as_written"):
        return tuple(number.e164 or number.as_written for number in value)
    return value
