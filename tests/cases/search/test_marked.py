"""Found words are marked in every spelling, and one marker says the same of a text whatever it saw before."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tocsin.cases.search.marked import Marker, Piece
from tocsin.cases.search.query import read_query

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
        ("nobody ", "Natalia Sokolova", []),
    ],
)
def test_what_is_marked(typed: str, text: str, marked: list[str]) -> None:
    assert found(Marker(read_query(typed)).marked(text)) == marked


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
