"""Missions listed under a heading that says whose they are; every text is invented."""

import pytest
from tests.reading.contacts.rows import rows

HEAD = "Send protests to the embassies of Kenya in your country"
LISTS = [
    ":\n\n- Norway (Oslo): oslo@example.org\n- France (Paris): paris@example.org\n",
    ":\n\n* Oslo - oslo@example.org\n* Paris - paris@example.org\n",
    ":\n\noslo@example.org (Norway)\nparis@example.org (France)\n",
    ". In Norway: oslo@example.org. In France: paris@example.org.\n",
    ":\n\nKenyan Embassy, Oslo: Model Street 1. Email oslo@example.org\nKenyan Embassy, Paris: Rue Exemple 2. Email paris@example.org\n",
]


@pytest.mark.parametrize("listed", LISTS)
def test_missions_are_of_the_country_in_the_heading(listed):
    assert rows(HEAD + listed, "kind", "of_country", "in_country", "emails") == [
        ("embassy", "KE", "NO", ("oslo@example.org",)),
        ("embassy", "KE", "FR", ("paris@example.org",)),
    ]


def test_numbered_missions_are_read_once():
    text = (
        HEAD + ":\n\n1. Embassy of Kenya, Rue Exemple 59, Paris, France. Ph: +33 1 4561 5200\n"
        "2. Embassy of Kenya in Brussels, Avenue Winston Model 185, 1180 Brussels, Belgium. Fax: +32 2 344 6499\n"
    )
    assert rows(text, "office", "in_country", "phones", "faxes") == [
        ("Embassy of Kenya", "FR", ("+33145615200",), ()),
        ("Embassy of Kenya in Brussels", "BE", (), ("+3223446499",)),
    ]


def test_a_house_behind_an_office_is_its_address():
    text = (
        "Send letters of protest to the Minister of Justice, Mr Tom Model, Sample Secretariat, Nairobi, Kenya; "
        "fax +254 20 200 0001; and to the Attorney General, Ms. Ann Sample, 15 Model Avenue, Nairobi, fax +254 20 200 0002.\n"
    )
    assert rows(text, "office", "person", "faxes") == [
        ("Minister of Justice", "Mr Tom Model", ("+254202000001",)),
        ("Attorney General", "Ms. Ann Sample", ("+254202000002",)),
    ]


def test_names_in_brackets_behind_an_address():
    text = "Please email the following:\n\npresident@example.org (President)\nminister@example.org (Minister of Justice)\n"
    assert rows(text, "kind", "emails") == [
        ("head_of_state", ("president@example.org",)),
        ("ministry", ("minister@example.org",)),
    ]
