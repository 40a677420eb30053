"""Every name of country-names.csv is found where a text of its language prints it."""

import pytest

from tocsin.language.country_mentions import country_mentions
from tocsin.language.place_data import country_names


@pytest.mark.parametrize("row", country_names(), ids=lambda row: f"{row['language']}-{row['name']}")
def test_the_country_is_found(row: dict[str, str]) -> None:
    text = f"在{row['name']}的人" if row["language"] == "zh" else f"In {row['name']}, people protest."
    assert [code for _, code in country_mentions(text, row["language"])] == [row["country"]]


@pytest.mark.parametrize("text", ["os EUA", "nos eua de então", "irã"])
def test_short_names_need_their_capitals(text: str) -> None:
    assert bool(country_mentions(text, "pt")) is text.endswith("EUA")
