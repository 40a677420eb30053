"""A list that mail broke by width is read as it was written, and every span still holds."""

import textwrap

import pytest

from tocsin.reading.read import read_text
from tocsin.terms.contacts import Contact

ENTRIES = [
    "Embassy of Kenya in Oslo, Norway - Drammensveien 12, 0271 Oslo; (47)-2255 1234, (47)-2255 1235 [email protected]",
    "Embassy of Kenya in Paris, France - 59 rue Pierre Charron, 75008 Paris; (331)-45615200 (331)-45615201 [email protected]",
    "Embassy of Kenya in Vienna, Austria - Felix-Mottl-Street 23, 1190 Wien; (431)-3679 1750 (431)-367917533 [email protected]",
    "Embassy of Kenya in Berlin, Germany - Nordendstrasse 14, 13156 Berlin; (4930)-47007110 [email protected]",
    "Embassy of Kenya in Rome, Italy - Via Cassia 471, 00189 Roma; (396)-36301130 (396)-36292675 [email protected]",
]
INTRODUCTION = "Send your protests to the embassies of Kenya, and ask them when the weavers of Nakuru will be free again."


def contacts(text: str) -> list[tuple[str | None, str | None, int, int, int]]:
    draft = read_text(text, "mail.txt", "2011-06-15")
    return [told(contact) for contact in draft.contacts if contact.in_country]


def told(contact: Contact) -> tuple[str | None, str | None, int, int, int]:
    return (
        contact.office,
        contact.in_country,
        len(contact.phones),
        len(contact.faxes),
        contact.redacted_emails,
    )


@pytest.mark.parametrize("between", ["\n\n", "\n"])
@pytest.mark.parametrize("width", [60, 66, 72, 80])
def test_a_wrapped_list_is_read_like_the_list_itself(width: int, between: str) -> None:
    plain = "\n\n".join([INTRODUCTION, *ENTRIES])
    wrapped = INTRODUCTION + "\n\n" + between.join(textwrap.fill(entry, width) for entry in ENTRIES)
    assert contacts(textwrap.fill(INTRODUCTION, width) + wrapped[len(INTRODUCTION) :]) == contacts(plain)


def test_the_span_of_a_wrapped_entry_covers_its_lines() -> None:
    text = "\n\n".join(textwrap.fill(part, 66) for part in [INTRODUCTION, *ENTRIES])
    draft = read_text(text, "mail.txt", "2011-06-15")
    oslo = next(contact for contact in draft.contacts if "Oslo" in (contact.office or ""))
    assert " ".join(text[slice(*oslo.spans[-1])].split()) == ENTRIES[0]
