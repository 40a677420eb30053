"""A pasted list of 130 detainees, numbered past ninety-nine."""

from itertools import product

from tocsin.reading.read import read_bytes

GIVEN = [
    "Aidar",
    "Bolat",
    "Dauren",
    "Erlan",
    "Marat",
    "Nurlan",
    "Ruslan",
    "Samat",
    "Talgat",
    "Zhanat",
    "Alma",
    "Dana",
    "Gulnara",
]
FAMILY = [
    "Abenov",
    "Bekov",
    "Dosov",
    "Ermekov",
    "Kasymov",
    "Mukanov",
    "Nurpeisov",
    "Omarov",
    "Sadykov",
    "Tulegenov",
]


def test_everybody_on_a_long_list_is_read() -> None:
    names = [f"{given} {family}" for given, family in product(GIVEN, FAMILY)]
    lines = "\n".join(f"{number}. {name}" for number, name in enumerate(names, 1))
    text = f"On 16 December 2011 police detained the following oil workers in Zhanaozen:\n{lines}\n"
    people = read_bytes(text.encode(), "list.txt", "2011-12-20").people
    assert [(p.name, p.status) for p in people] == [(name, "detained") for name in names]
