import pytest

from tocsin.letters.own_words import LONGEST, own_words

DRAFT = (
    "Your Excellency,\n\nI ask you to release her at once. She has done nothing wrong.\n\nYours faithfully,"
)


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (DRAFT, ""),
        (DRAFT.upper() + "\nBerit Olsen", ""),
        (DRAFT.replace("She", "My father knew her well. She"), "My father knew her well."),
        (DRAFT + "\n\nBest.\nBerit Olsen", ""),
        ("Свободу адвокату Соколовой!", "Свободу адвокату Соколовой!"),
        ("请立即释放这位律师。", "请立即释放这位律师。"),
        ("", ""),
    ],
)
def test_what_a_draft_does_not_have_is_hers(body: str, words: str) -> None:
    assert own_words(body, DRAFT, "Berit Olsen") == words


def test_long_ones_are_cut_at_a_word() -> None:
    words = own_words("I have something else to say about it. " * 40, DRAFT)
    assert len(words) <= LONGEST
    assert words.endswith(" …")
