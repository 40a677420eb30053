import pytest

from tocsin.language.nominatives import is_given_form, nominative


@pytest.mark.parametrize(
    ("printed", "language", "name"),
    [
        ("Татьяну Сорокину", "ru", "Татьяна Сорокина"),
        ("Алексею Громову", "ru", "Алексей Громов"),
        ("Игоря Сергеевича Ковальского", "ru", "Игорь Сергеевич Ковальский"),
        ("Зайцева Льва", "ru", "Зайцев Лев"),
        ("Игоря Бондарчика", "ru", "Игорь Бондарчик"),
        ("Геннадия Петровича", "ru", "Геннадий Петрович"),
        ("Светланы Шевченко", "ru", "Светлана Шевченко"),
        ("Jany Dvořákové", "cs", "Jana Dvořáková"),
        ("Miroslava Kadlece", "cs", "Miroslav Kadlec"),
        ("Markem Horákem", "cs", "Marek Horák"),
    ],
)
def test_a_name_in_another_case_is_told_in_the_nominative(printed: str, language: str, name: str) -> None:
    assert nominative(printed, language) == name


@pytest.mark.parametrize(
    ("printed", "language"),
    [
        ("Ольга Петрова", "ru"),
        ("Александра Громова", "ru"),  # she, or of Александр
        ("Рахмону Юсуфи", "ru"),
        ("Jan Novák", "cs"),
        ("Jany Dvořákové", "en"),
    ],
)
def test_what_is_one_already_or_may_be_two_people_stays(printed: str, language: str) -> None:
    assert nominative(printed, language) is None


def test_a_declined_given_name_is_one() -> None:
    assert is_given_form("Максима", "ru")
    assert is_given_form("Татьяну", "ru")
    assert not is_given_form("Романа", "ru")
    assert not is_given_form("Максима", "en")
