import pytest

from tocsin.language.name_keys import same_person


def test_short_forms_belong_to_the_full_name() -> None:
    assert same_person("Nikomu", "Ewa Nikomu")
    assert same_person("E. Nikomu", "Ewa Nikomu")
    assert not same_person("A. Nikomu", "Ewa Nikomu")
    assert not same_person("Jan", "Ann Nikomu")
    assert not same_person("", "Ann Nikomu")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Zhaqsylyq Nobodayev", "Zhaksylyk Nobodaev"),
        ("NOBODOVA Natalya", "Natalia Nobodova"),
    ],
)
def test_ways_to_transliterate_mean_one_person(one: str, other: str) -> None:
    assert same_person(one, other)


def test_declined_names_mean_one_person() -> None:
    assert same_person("Никомушину Ольгу", "Ольга Никомушина", "ru")
    assert same_person("Ihara Nikomika", "Ihar Nikomik", "cs")
    assert not same_person("Ivana Novak", "Ivan Novak", "en")
