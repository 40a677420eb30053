import pytest
from hypothesis import given
from hypothesis import strategies as st

from tocsin.letters.mailto import LIMIT, mailto_link
from tocsin.letters.sentences import listed, sentences
from tocsin.letters.short_letter import short_letter

from .long_letters import DEMANDS, long_letter, subject

BODY = """Your Excellency,

I am writing about Mr. N. S. Sokolova, who was held on 5 June. The march was peaceful. Nobody was hurt.

I ask you to release Natalia Sokolova at once. I also ask:
- that her family may see her;
- that the court hears her.

Yours faithfully,
"""
DEMAND = "Release Natalia Sokolova at once."


def test_sentences() -> None:
    assert sentences(BODY.split("\n\n")[2]) == [
        "I ask you to release Natalia Sokolova at once.", "I also ask:", "that her family may see her;", "that the court hears her.",
    ]  # fmt: skip
    assert sentences("Held by Mr. N. S. there. Why?  请释放她。为什么？") == [
        "Held by Mr. N. S. there.", "Why?", "请释放她。", "为什么？",
    ]  # fmt: skip
    assert sentences("5 июня 2011 г. его задержали.") == ["5 июня 2011 г. его задержали."]
    assert sentences(" \n") == []
    assert listed(BODY) == ["that her family may see her;", "that the court hears her."]


def test_it_keeps_greeting_demands_and_farewell_and_what_it_is_about_where_there_is_room() -> None:
    asked = "I ask you to release Natalia Sokolova at once."
    about = "I am writing about Mr. N. S. Sokolova, who was held on 5 June."
    assert short_letter(BODY, [DEMAND], "Free her", lambda text: len(text) < 200) == (
        f"Your Excellency,\n\n{about} {asked}\n\nYours faithfully,"
    )
    assert short_letter(BODY, [DEMAND], "Free her", lambda text: len(text) < 100) == (
        f"Your Excellency,\n\n{asked}\n\nYours faithfully,"
    )


def test_without_a_demand_in_its_language_the_lines_of_its_list_are_what_it_asks() -> None:
    short = short_letter(BODY, ["немедленное освобождение"], "Free her", lambda text: len(text) < 120)
    assert (
        short
        == "Your Excellency,\n\nThat her family may see her. That the court hears her.\n\nYours faithfully,"
    )


def test_without_either_its_subject_asks() -> None:
    plain = "Dear Sir,\n\nWhere is she?\n\nYours,\n"
    assert (
        short_letter(plain, [], "Free N. S.", lambda text: len(text) < 30)
        == "Dear Sir,\n\nFree N. S.\n\nYours,"
    )
    assert short_letter(plain, [], "Free N. S.", lambda text: len(text) < 15) == "Free N. S."
    assert short_letter(plain, [], "Free N. S.", lambda text: False) == ""


@pytest.mark.parametrize("language", ["ru", "ar", "zh"])
def test_a_long_letter_fits_a_mail_program_with_its_demand(language: str) -> None:
    def fits(text: str) -> bool:
        return mailto_link("office@example.org", (), subject(language), text).length <= LIMIT

    short = short_letter(long_letter(language), [DEMANDS[language]], subject(language), fits)
    assert DEMANDS[language] in short
    assert fits(short)
    assert short.split("\n\n")[0] == long_letter(language).split("\n\n")[0]


@given(body=st.text(max_size=400), demand=st.text(max_size=60), room=st.integers(0, 200))
def test_any_letter_fits_or_is_left_out(body: str, demand: str, room: int) -> None:
    short = short_letter(body, [demand], "Free her", lambda text: len(text) <= room)
    assert len(short) <= room
