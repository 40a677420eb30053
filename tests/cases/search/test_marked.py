"""Found words are marked in every spelling, and one marker says the same of a text whatever it saw before."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tocsin.cases.search.marked import Marker, Piece
from tocsin.cases.search.query import read_query
from tocsin.language.search_words import words_in

WORDS = st.lists(
    st.sampled_from(["Sokolova", "Соколову", "юрист", "the", "lawyer,", "律师被捕", "aktau", "O’Brien", "…"]),
    max_size=30,
).map(" ".join)


def found(pieces: tuple[Piece, ...]) -> list[str]:
    return [piece.text for piece in pieces if piece.is_found]


@pytest.mark.parametrize(
    ("typed", "text", "marked"),
    [
        ("Sokolova ", "Задержали Соколову в Актау", ["Соколову"]),
        ("sokol", "Natalia Sokolova, lawyer", ["Sokolova"]),
        ('"the lawyer"', "a lawyer, the lawyer of the union", ["the lawyer"]),
        ("律师 ", "那位律师被捕", ["律师"]),
        ("كتاب ", "اين کتاب است", ["کتاب"]),
        ("nobody ", "Natalia Sokolova", []),
    ],
)
def test_what_is_marked(typed: str, text: str, marked: list[str]) -> None:
    assert found(Marker(read_query(typed)).marked(text)) == marked


@given(st.text("律师被捕กาัน가나。 a", max_size=40), st.sampled_from(["律", "律师 ", "กา", "가나 "]))
def test_letters_of_a_run_are_marked_wherever_their_pair_stands(text: str, typed: str) -> None:
    (part,) = read_query(typed)
    (pair,) = part.printed
    asked = [
        word
        for word in words_in(text)
        if word.printed == pair or (part.is_begun and word.printed.startswith(pair))
    ]
    letters = {at for word in asked for at in range(word.start, word.end)}
    marked, at = set[int](), 0
    for piece in Marker((part,)).marked(text):
        marked |= set(range(at, at + len(piece.text))) if piece.is_found else set()
        at += len(piece.text)
    assert marked == letters


@given(
    first=WORDS, text=WORDS, typed=st.sampled_from(["Sokolova ", "lawy", '"the lawyer"', "律师 ", "o'brien "])
)
def test_a_marker_is_not_misled_by_what_it_saw_before(first: str, text: str, typed: str) -> None:
    query = read_query(typed)
    marker = Marker(query)
    marker.snippet(first)
    assert marker.snippet(text) == Marker(query).snippet(text)
    assert marker.marked(text) == Marker(query).marked(text)
    assert "".join(piece.text for piece in marker.marked(text)) == text
