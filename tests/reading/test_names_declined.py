"""Names that a text prints in another case than the first."""

from tocsin.reading.read import read_text


def people(text: str) -> list[tuple[str, tuple[str, ...]]]:
    return [(person.name, person.aliases) for person in read_text(text, "t.txt").people]


def test_a_nominative_of_which_a_word_stands_in_the_text_is_the_name():
    text = "Полиция Новосибирска задержала активиста Ивана Самойлова. Ивану Самойлову грозит до пяти лет колонии.\n"
    assert people(text) == [("Иван Самойлов", ("Ивану Самойлову", "Ивана Самойлова"))]


def test_a_nominative_that_stands_nowhere_is_an_alias():
    text = "Полиция Новосибирска задержала активистку Анну Самойлову. Анне Самойловой грозит до пяти лет колонии.\n"
    ((name, aliases),) = people(text)
    assert name in text
    assert "Анна Самойлова" in aliases
