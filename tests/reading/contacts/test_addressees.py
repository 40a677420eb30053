"""Urgent actions that begin with those whom they go to; invented people and places."""

import pytest

from tocsin.reading.read import read_text

LINES_BELOW = """ACCIÓN URGENTE

Ciudad de México, 4 de mayo de 2021

Lic. Arcadio Belmonte Ruiz

Presidente de la República

Celia Monterrubio Vega

Secretaria de Gobernación

Les escribimos para pedir que la maestra Lidia Tamayo, detenida el 2 de mayo de 2021 en Oaxaca, sea puesta en libertad de inmediato.
"""
BEHIND_A_COMMA = """Guatemala, May 4, 2021

Lic. Arcadio Belmonte Ruiz, Attorney General of Guatemala

Sra. Celia Monterrubio, Minister of Labor of Guatemala

May 4, 2021

Dear officials:

We are outraged at the arrest of the teacher Lidia Tamayo, who was detained in Guatemala City on May 2, 2021.
"""


def test_a_name_and_its_office_on_the_next_line() -> None:
    found = read_text(LINES_BELOW, "x.txt").contacts
    assert [(c.role, c.person, c.office, c.in_country) for c in found] == [
        ("target", "Lic. Arcadio Belmonte Ruiz", "Presidente de la República", "MX"),
        ("target", "Celia Monterrubio Vega", "Secretaria de Gobernación", "MX"),
    ]


def test_a_name_and_its_office_behind_a_comma() -> None:
    found = read_text(BEHIND_A_COMMA, "x.txt").contacts
    assert [(c.role, c.office, c.in_country) for c in found] == [
        ("target", "Attorney General of Guatemala", "GT"),
        ("target", "Minister of Labor of Guatemala", "GT"),
    ]


@pytest.mark.parametrize(
    "head",
    [
        "Arcadio Belmonte\n\nMinister of Labor\n\n",  # one alone may be whom the text tells about
        "Letter by Arcadio Belmonte, Celia Monterrubio\n\n",
    ],
)
def test_one_name_alone_is_nobody_to_write_to(head: str) -> None:
    text = (
        head
        + "Lidia Tamayo, a teacher, was detained in Guatemala City on May 2, 2021, and nobody has seen her."
    )
    assert read_text(text, "x.txt").contacts == ()


def test_appeal_addresses_in_a_german_text_are_read_in_blocks() -> None:
    text = (
        "Die Lehrerin Lidia Tamayo wurde am 2. Mai 2021 in Guatemala-Stadt festgenommen.\n\n"
        "Appelladressen:\n\nMinister of Labor\nCelia Monterrubio\n7a Avenida 3-33\nGuatemala City\nGuatemala\n"
    )
    (minister,) = read_text(text, "x.txt").contacts
    assert (minister.role, minister.office, minister.in_country) == ("target", "Minister of Labor", "GT")


def test_addresses_that_a_page_sends_to_by_itself() -> None:
    text = (
        "Die Lehrerin Lidia Tamayo wurde am 2. Mai 2021 in Guatemala-Stadt festgenommen.\n\n"
        "Ihre Nachricht wird an folgende Email Adressen geschickt:\narbeit@arbeit.example, justiz@justiz.example\n"
    )
    found = read_text(text, "x.txt").contacts
    assert [(c.role, c.office, c.emails) for c in found] == [
        ("target", None, ("arbeit@arbeit.example",)),
        ("target", None, ("justiz@justiz.example",)),
    ]
