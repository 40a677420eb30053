"""Where a printed office stands, and how it is called."""

import pytest

from tocsin.directory.printed_office import printed_city, printed_name


@pytest.mark.parametrize(
    ("kind", "country", "printed", "city"),
    [
        ("embassy", "GB", ["Embassy in Norway", "Thurloe Square, London SW7"], "London"),
        ("consulate", "CA", ["Consulate in Toronto, Canada"], "Toronto"),
        ("embassy", "NO", ["The embassy"], "Oslo"),
        ("ministry", "NO", ["The ministry"], ""),
        ("embassy", "", ["Embassies"], ""),
    ],
)
def test_the_city_is_read_or_known(kind: str, country: str, printed: list[str], city: str) -> None:
    assert printed_city(kind, country, printed) == city


@pytest.mark.parametrize(
    ("name", "kind", "stands", "serves", "city", "called"),
    [
        (
            "Embassy of Kazakhstan in Norway",
            "embassy",
            "GB",
            ["NO"],
            "London",
            "Embassy of Kazakhstan in London",
        ),
        (
            "Embassy (Tashkent)",
            "embassy",
            "UZ",
            ["UZ", "TJ"],
            "Tashkent",
            "Embassy of Kazakhstan in Tashkent",
        ),
        (
            "Embassy of Kazakhstan in Oslo, Norway",
            "embassy",
            "NO",
            ["NO"],
            "Oslo",
            "Embassy of Kazakhstan in Oslo, Norway",
        ),
        ("Mission to the UN", "permanent_mission", "US", ["UN"], "New York", "Mission to the UN"),
        ("Ministry of Justice", "ministry", "KZ", [], "Astana", "Ministry of Justice"),
        ("Kazakh embassies", "embassy", "", [], "", "Kazakh embassies"),
    ],
)
def test_an_office_is_called_by_where_it_stands(
    name: str, kind: str, stands: str, serves: list[str], city: str, called: str
) -> None:
    assert printed_name(name, kind, "KZ", stands, serves, city) == called
