"""Who stands in one row, and that a row shares its fate."""

from tocsin.language.lexicon import lexicon
from tocsin.language.reckoning import anchor_of
from tocsin.reading.document import lay_out
from tocsin.reading.marks import mark
from tocsin.reading.mentions import gather
from tocsin.reading.side_by_side import rows_of


def rows(text: str) -> list[list[str]]:
    material = mark(lay_out(text, "en"), lexicon("en"), anchor_of("2012"))
    return [[dossier.name for dossier in row] for row in rows_of(gather(material), material.words)]


def test_names_joined_by_commas_stand_in_one_row() -> None:
    found = rows("Arrests\n\nPolice arrested Wanjiru Mwangi, Otieno Koech and Halima Juma in Nakuru.")
    assert found == [["Wanjiru Mwangi", "Otieno Koech", "Halima Juma"]]


def test_names_line_under_line_stand_in_one_row() -> None:
    found = rows("Arrests\n\nThose detained are:\n- Wanjiru Mwangi, teacher\n- Otieno Koech\n")
    assert found == [["Wanjiru Mwangi", "Otieno Koech"]]


def test_people_of_two_sentences_do_not() -> None:
    assert rows("Arrests\n\nWanjiru Mwangi was arrested. Later Otieno Koech spoke to us about it.") == []
