"""Demands told as a wish or shouted as a thing."""

import pytest

from tocsin.reading.read import read_bytes


def demands(text: str) -> list[str]:
    return [one.text for one in read_bytes(text.encode(), "invented.txt").demands]


@pytest.mark.parametrize(
    ("text", "demanded"),
    [
        ("The family stressed the need for an independent inquiry into the death.", "an independent inquiry into the death"),
        ("All they want is the truth about their son.", "the truth about their son"),
        ("We want justice for the lawyers of the mill.", "justice for the lawyers of the mill"),
        ("The marchers asked that the governor end the evictions.", "the governor end the evictions"),
        ("Put more pressure on the council for the release of the weavers.", "the release of the weavers"),
        ("Abandon de toutes les poursuites contre les tisserands !", "Abandon de toutes les poursuites contre les tisserands"),
        ("Proscioglimento immediato per tutti gli accusati!", "Proscioglimento immediato per tutti gli accusati"),
    ],
)  # fmt: skip
def test_what_is_wished_is_demanded(text: str, demanded: str) -> None:
    assert demanded in demands(text)


def test_a_meeting_place_is_no_slogan() -> None:
    assert not demands("Rendez-vous le 23 juin à 15 h place du Marché !")
