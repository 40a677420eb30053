from tocsin.language.han_names import name_end

FAMILIES = frozenset(["杨", "欧阳"])


def test_a_name_ends_where_it_comes_back() -> None:
    text = "杨某遭刑拘。杨某失联。"
    assert name_end(text, 0, 3, text, FAMILIES) == 2


def test_two_given_characters_where_nothing_speaks_against_them() -> None:
    text = "杨某某被带走"
    assert name_end(text, 0, 4, text, FAMILIES) == 3
    assert name_end("欧阳某某说", 0, 5, "欧阳某某说", FAMILIES) == 4


def test_no_family_name_no_person() -> None:
    assert name_end("左右失踪", 0, 3, "左右失踪", FAMILIES) is None
    assert name_end("杨", 0, 1, "杨", FAMILIES) is None


def test_a_third_character_that_always_follows_belongs_to_the_name() -> None:
    text = "杨某某先生说,杨某某被带走"
    assert name_end(text, 0, 2, text, FAMILIES) == 3


def test_a_third_character_before_a_mark_or_a_number_belongs_to_the_name() -> None:
    for text in ("杨某甲。", "杨某甲4人"):
        assert name_end(text, 0, 2, text, FAMILIES) == 3


def test_what_says_who_somebody_is_does_not() -> None:
    text = "杨某律师和杨某律师"
    assert name_end(text, 0, 2, text, FAMILIES) == 2
    assert name_end("杨某等人", 0, 2, "杨某等人", FAMILIES) == 2
