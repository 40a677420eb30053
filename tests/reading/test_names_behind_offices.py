"""A first name behind an office, with a surname that is a word for something else, too."""

import pytest

from tocsin.reading.read import read_text


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        (
            "The federation will contact Australia's Minister for Foreign Affairs Julie Bishop to investigate.",
            "Julie Bishop",
        ),
        (
            "We call on the Secretary of State Martha Abbott to answer the families.",
            "Martha Abbott",
        ),
    ],
)
def test_the_surname_is_part_of_the_name(sentence: str, name: str) -> None:
    text = f"Release the tailors\n\nSix tailors were arrested in Suva on 3 May 2014. {sentence}"
    assert [one.name for one in read_text(text, "a.txt", "2014-05-05").officials if one.name] == [name]
