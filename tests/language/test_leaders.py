import pytest

from tocsin.language.leaders import country_of_leader, han_leaders, office_of_leader


@pytest.mark.parametrize(
    ("name", "language", "office"),
    [
        ("Erdogan", "de", "President"),
        ("Ердоган", "bg", "President"),
        ("Лукашенко", "ru", "President"),
        ("Zine el-Abidine Ben Ali", "fr", "President"),
        ("Anselmo Ricarte", "es", None),
    ],
)
def test_leaders_are_known_in_every_spelling(name: str, language: str, office: str | None) -> None:
    assert office_of_leader(name, language) == office


def test_leaders_are_found_in_a_chinese_sentence() -> None:
    assert [name.text for name in han_leaders("公开信致习近平要求放人")] == ["习近平"]


@pytest.mark.parametrize(
    ("name", "country"), [("Paul Biya", "CM"), ("Kofi Annan", None), ("Ann Sample", None)]
)
def test_the_country_of_a_leader(name: str, country: str | None) -> None:
    assert country_of_leader(name) == country
