"""Which ministry is the one for foreign affairs."""

import pytest

from tocsin.language.foreign_ministries import is_of_foreign_affairs


@pytest.mark.parametrize(
    "name",
    [
        "Utenriksdepartementet",
        "Auswärtiges Amt",
        "Ministère de l’Europe et des Affaires étrangères",
        "Foreign, Commonwealth & Development Office",
        "U.S. Department of State",
        "Министерство иностранных дел",
        "وزارة الخارجية",
        "外交部",
        "Dışişleri Bakanlığı",
    ],
)
def test_a_ministry_of_foreign_affairs_is_known_by_its_name(name: str) -> None:
    assert is_of_foreign_affairs(name)


@pytest.mark.parametrize(
    "name",
    [
        "",
        "Ministry of Justice",
        "Ministry of Foreign Trade",
        "Justisdepartementet",
        "Министерство внутренних дел",
    ],
)
def test_another_one_is_not(name: str) -> None:
    assert not is_of_foreign_affairs(name)
