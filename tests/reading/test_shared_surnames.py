"""Brothers and sisters of whom only the last is printed with the family's name."""

import pytest

from tocsin.reading.read import read_text


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Police detained the sisters Ruth, Grace and Mary Nakato in Nairobi, Kenya, on 3 May 2015.",
            ["Ruth Nakato", "Grace Nakato", "Mary Nakato"],
        ),
        (
            "Nairobi, Kenya, 3 May 2015. Sisters Ruth, Grace and Mary Nakato were detained on 3 May.",
            ["Ruth Nakato", "Grace Nakato", "Mary Nakato"],
        ),
        (
            "Oruro, Bolivia. El 3 de mayo de 2015 fueron detenidos los hermanos Pedro y Luis Quispe Mamani.",
            ["Pedro Quispe Mamani", "Luis Quispe Mamani"],
        ),
        (
            "Conakry, Guinée. Le 3 mai 2015, la police a arrêté les frères Mamadou, Ousmane et Ibrahima Diallo.",
            ["Mamadou Diallo", "Ousmane Diallo", "Ibrahima Diallo"],
        ),
    ],
)
def test_siblings_share_the_surname_of_the_last(text: str, names: list[str]) -> None:
    assert [person.name for person in read_text(text, "report.txt", "2015-05-05").people] == names
