"""What the models are told of a person, beside what rules read."""

from tocsin.language.lexicon import lexicon
from tocsin.language.reckoning import anchor_of
from tocsin.reading.document import lay_out
from tocsin.reading.learned.nearest import of_nearest
from tocsin.reading.learned.status_features import items_of, plights_of
from tocsin.reading.marks import Material, mark
from tocsin.reading.mentions import gather


def material_of(text: str) -> Material:
    return mark(lay_out(text, "en"), lexicon("en"), anchor_of("2012"))


def told_of(text: str, name: str) -> set[str]:
    material = material_of(text)
    marked = next(one for one in material.marked if name in one.text)
    person = next(one for one in marked.people if one.text == name)
    return set(of_nearest(marked, person, material.words))


def test_the_words_for_a_plight_are_those_of_whoever_stands_nearest() -> None:
    text = "In Nakuru\n\nWanjiru Mwangi saw how police arrested Otieno Koech."
    assert told_of(text, "Otieno Koech") == {"plight< own adjacent", "plight< own detained"}
    assert told_of(text, "Wanjiru Mwangi") == {"plight> another's near", "plight> another's detained"}


def test_another_clause_is_told() -> None:
    text = "In Nakuru\n\nWanjiru Mwangi, a teacher, was arrested."
    assert told_of(text, "Wanjiru Mwangi") == {"plight> own , near", "plight> own detained"}


def test_how_often_the_text_speaks_of_a_status_is_told() -> None:
    material = material_of("In Nakuru\n\nWanjiru Mwangi was threatened. The threats came at night.")
    (dossier,) = gather(material)
    items = items_of(dossier, plights_of(material), material)
    assert "in text:2" in items["threatened"]
    assert "in text:0" in items["killed"]
