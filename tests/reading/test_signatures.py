"""Who wrote a text or signed it."""

from tocsin.language.lexicon import lexicon
from tocsin.language.reckoning import anchor_of
from tocsin.reading.document import lay_out
from tocsin.reading.marks import mark
from tocsin.reading.signatures import signatures


def signed(text: str) -> list[str]:
    material = mark(lay_out(text, "en"), lexicon("en"), anchor_of("2012"))
    places = signatures(material)
    return [
        name.text
        for index, marked in enumerate(material.marked)
        for name in marked.people
        if (index, name.start) in places
    ]


def test_the_line_of_the_writers() -> None:
    text = (
        "Rally in Nakuru\n\nBy Wanjiru Mwangi, Otieno Koech and Halima Juma\n\nPolice arrested Mary Sample."
    )
    assert signed(text) == ["Wanjiru Mwangi", "Otieno Koech", "Halima Juma"]


def test_a_sentence_that_begins_alike_is_none() -> None:
    assert signed("Rally\n\nBy Wanjiru Mwangi's account, Otieno Koech was arrested.") == []
