"""A letter on paper, by post or by fax: what stands where on the sheet."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from tocsin.language.countries import country_name, find_country
from tocsin.language.places import city_country
from tocsin.letters.compose import Addressee, Letter
from tocsin.letters.plain_text import one_line
from tocsin.letters.words import letter_words


@dataclass(frozen=True)
class PrintSheet:
    """`address` is one line each, from the office holder to the country; name and date are left for the pen.

    `copies` says below the letter who gets a copy, one line an office.
    """

    address: tuple[str, ...]
    subject: str
    paragraphs: tuple[str, ...]
    copies: tuple[str, ...] = ()


def print_sheet(
    letter: Letter,
    addressee: Addressee,
    address: str | None,
    copies: Sequence[str] = (),
    to_country: str = "",
) -> PrintSheet:
    """`address` is postal, its parts on lines of their own or parted by commas; None prints the office alone.

    `copies` are the names of the offices that get a copy. `to_country` (ISO alpha-2) is where the letter travels
    to another country: its name stands last, in capitals and English, as the Universal Postal Union asks of
    addresses abroad, unless the address ends with it already.
    """
    parts = [one_line(part) for part in re.split(r"[\r\n;]+|, ", address or "")]
    parts += _country_line(parts, to_country) if address else []
    head = [one_line(addressee.person or ""), one_line(addressee.office)]
    lines = [line for line in (*head, *parts) if line]
    note = letter_words(letter.language)["copy_note"]
    return PrintSheet(
        tuple(dict.fromkeys(lines)),
        letter.subject,
        _paragraphs(letter.body),
        tuple(note.format(office=one_line(office)) for office in copies),
    )


def _country_line(parts: Sequence[str], country: str) -> list[str]:
    """Nothing where the last part names the country; 'London' names a city."""
    last = parts[-1] if parts else ""
    is_named = find_country(last) == country and city_country(last) != country
    return [] if not country or is_named else [country_name(country, "en").upper()]


def _paragraphs(body: str) -> tuple[str, ...]:
    return tuple(p.strip() for p in re.split(r"\n\s*\n", body) if p.strip())
