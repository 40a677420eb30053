"""Signs that tell a state from a country of its name, and a word from a city of its name."""

import pytest

from tocsin.reading.read import read_text


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Executions in Georgia\n\nThe Department of Corrections has put off the lethal injection.", "US"),
        ("Editor jailed in Georgia\n\nThe editor was arrested in Tbilisi on Monday.", "GE"),
        ("Пикеты\n\nТемой стали пытки. ФСБ задержала троих красильщиков.", "RU"),
    ],
)
def test_country(text: str, code: str) -> None:
    country = read_text(text, "a.txt", "2014-05-02").country
    assert country is not None
    assert country.code == code
