"""What parts one entry of a list from the next: blank lines, items, names; every text is invented."""

from tests.reading.contacts.rows import rows

DOUBLE_SPACED = """Model Ministry of Justice

Model Street 1

00100 Nairobi

Tél : +254 20 200 0001



Embassy of Kenya Berlin, Germany

Tél : +49 30 259 266 00

Fax : +49 30 259 266 50



Embassy of Kenya Paris, France

Tél : +33 1 55 77 24 24

Email : model@example.org
"""


def test_a_blank_line_behind_every_line_parts_nothing():
    assert rows(DOUBLE_SPACED, "kind", "in_country", "phones") == [
        ("ministry", "KE", ("+254202000001",)),
        ("embassy", "DE", ("+493025926600",)),
        ("embassy", "FR", ("+33155772424",)),
    ]


def test_bare_names_below_one_another_are_one_entry_each():
    text = "Kenya\n\nCopies to:\nNorwegian Ministry of Foreign Affairs\nEmbassy of Kenya in Stockholm\nEmbassy of Kenya in Rome\n"
    assert rows(text, "role", "kind", "in_country") == [
        ("copy_to", "ministry", "NO"),
        ("copy_to", "embassy", "SE"),
        ("copy_to", "embassy", "IT"),
    ]


def test_an_item_that_names_nobody_belongs_to_the_one_above_it():
    text = "Kenya\n\nPlease send mails to the following:\n\n1. Prime Minister\n  - Mail to pm@example.org\n\n2. Labour Minister\n  - Mail to work@example.org\n"
    assert rows(text, "kind", "emails") == [
        ("head_of_government", ("pm@example.org",)),
        ("ministry", ("work@example.org",)),
    ]


def test_the_next_item_is_written_to_as_well():
    text = (
        "Kenya\n\nContact:\n1) Model State Prison 020 200 0001\n2) KPS director Tom Model +254 20 200 0002\n"
    )
    assert [role for (role,) in rows(text, "role")] == ["target", "target"]


def test_a_street_behind_an_embassy_tells_where_it_stands():
    text = "Kenya\n\nWe will hand the petition in at the Kenyan embassy, 45 Portland Place, London W1B 1AS.\n"
    assert rows(text, "kind", "in_country") == [("embassy", "GB")]


def test_a_style_of_high_officials_makes_an_address_a_target():
    text = "Canada\n\nContact info:\n\nHon. Ann Model\n803 Sample Ave W\nToronto ON M6C 1B9\n\nTel: 416-656-0199\n"
    assert [role for (role,) in rows(text, "role")] == ["target"]


def test_an_embassy_below_copies_to_is_sent_a_copy():
    text = "Kenya\n\nCOPIES TO\nEMBASSY OF KENYA\n45 Portland Place\nLondon W1B 1AS\nFax: +44 20 7323 6717\n"
    assert rows(text, "role", "kind", "in_country") == [("copy_to", "embassy", "GB")]


def test_lines_that_each_begin_with_to_are_one_office_each():
    text = "До Министър-председателя на Кения\nДо Главния прокурор\n\nУважаеми господа,\n\nНастояваме да го освободите.\n"
    assert rows(text, "kind", language="bg") == [("head_of_government",), ("prosecutor",)]
    text = "Al Gobierno de Kenia\nA la Fiscalía General\n\nLos tejedores siguen presos.\n"
    assert rows(text, "role", "kind", language="es") == [("target", "other"), ("target", "prosecutor")]


def test_a_label_for_the_greeting_ends_no_address():
    text = "Kenia\n\nSchreibt bitte an:\n\nJUSTIZMINISTER\nHerrn Tom Muster\n00100 Nairobi\n(Anrede: Sehr geehrter Herr Minister)\nFax: +254 20 200 0001\n"
    assert rows(text, "kind", "faxes", language="de") == [("ministry", ("+254202000001",))]
