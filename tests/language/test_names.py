from tocsin.language.lexicon import lexicon
from tocsin.language.names import as_person, find_names

EN = lexicon("en")


def people(text: str, language: str = "en") -> list[str]:
    words = lexicon(language)
    found = (as_person(name, words) for name in find_names(text, words))
    return [name.text for name in found if name]


def test_titles_and_offices_are_taken_off() -> None:
    assert people("Home Minister Sahara Nobody and Mr. Jan van der Niemand spoke") == [
        "Sahara Nobody",
        "Jan van der Niemand",
    ]


def test_a_family_may_be_called_as_an_office_is() -> None:
    assert [name.text for name in find_names("spoke with Julie Bishop today", EN)] == ["Julie Bishop"]


def test_initials_stay() -> None:
    assert people("Chief Justice, A. B. M. Khairul Nobody") == ["A. B. M. Khairul Nobody"]


def test_things_are_no_people() -> None:
    assert people("The Supreme Court on Friday. We march to Nobody Street in June. FREE ALL") == []


def test_han_names_follow_an_occupation() -> None:
    assert people("要求释放编辑杨某某、危某某及柯某某。", "zh") == ["杨某某", "危某某", "柯某某"]
