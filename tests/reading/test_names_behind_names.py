"""Names of people behind those of ports, firms and bodies; what is no name of anybody; whom a row in brackets names."""

import pytest

from tocsin.reading.read import read_bytes
from tocsin.terms.draft import Draft


def _draft(text: str) -> Draft:
    return read_bytes(text.encode(), "report.txt", "2014-06-20")


def _people(text: str) -> dict[str, str]:
    return {person.name: person.status for person in _draft(text).people}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Суд в Твери арестовал докера порта Речной Леонида Самойлова.\n", "Леонид"),
        ("Полиция Твери задержала активиста Красного Союза Григория Самойлова.\n", "Григори"),
        ("В Твери арестовали лидера профсоюза «Пекарь» КИРИЛЛА САМОЙЛОВА.\n", "Кирилл"),
    ],
)
def test_a_first_name_begins_the_name(text: str, name: str) -> None:
    (found,) = _people(text)
    assert found.casefold().startswith(name.casefold())
    assert len(found.split()) == 2


def test_words_of_every_day_are_nobody() -> None:
    text = "В Твери прошёл митинг в поддержку арестованного участника Дня Гнева, повара Ивана Самойлова.\n"
    assert all("Дня" not in name for name in _people(text))


@pytest.mark.parametrize(
    "text",
    [
        'Exigimos la libertad de todas las detenidas del hotel "Carlos V", de la calle Junín 36.\n',
        "Siete cocineras siguen detenidas en la cárcel de Villa Quispe desde el 3 de junio de 2014.\n",
    ],
)
def test_a_house_is_nobody(text: str) -> None:
    assert _people(text) == {}


def test_a_body_of_initials_holds_no_office() -> None:
    text = "Karim Belkacem, président du SYNAPO, blessé, a été arrêté.\n"
    assert all("SYNAPO" not in (one.name or "") for one in _draft(text).officials)


def test_who_is_named_with_her_part_in_brackets_suffered_the_same() -> None:
    text = (
        "Perú: cocineras\n\nDenunciamos los asesinatos de Rosa Quispe Mamani (presidenta) y Juan Ccori Huanca "
        "(miembro) de la Unión de Cocineras, ocurridos el 3 de junio de 2014.\n"
    )
    assert _people(text) == {"Rosa Quispe Mamani": "killed", "Juan Ccori Huanca": "killed"}
