"""A cell reads back as it was, and none runs."""

import csv

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tocsin.formats.cells import csv_lines, read_rows, shielded, unshielded

PAYLOADS = [
    "=1+1", '=HYPERLINK("http://x.example","y")', "+7 7292 50 05 00", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "\n=1", " =1",
    "|calc", "%0A=1", "＝1", "＋1", "－1", "＠x", "\u00a0=1", "\u3000=1", "\ufeff=1", "'=1", "''x",
]  # fmt: skip


@pytest.mark.parametrize("cell", PAYLOADS)
def test_what_a_spreadsheet_might_run_begins_with_an_apostrophe(cell: str) -> None:
    assert shielded(cell) == f"'{cell}"
    assert unshielded(shielded(cell)) == cell


def test_plain_words_and_inner_signs_stay_as_they_are() -> None:
    assert [shielded(cell) for cell in ("nine dockers", "a=b", "", "Соколова")] == [
        "nine dockers",
        "a=b",
        "",
        "Соколова",
    ]


@settings(max_examples=40)
@given(
    st.lists(
        st.tuples(st.text(st.characters(exclude_characters="\0", codec="utf-8")), st.text("=+'@\n\r\",; a")),
        max_size=5,
    )
)
def test_any_table_survives_the_round_trip(cells: list[tuple[str, str]]) -> None:
    rows = [{"phone": first, "+note": second} for first, second in cells]
    assert read_rows("".join(csv_lines(("phone", "+note"), rows))) == rows


def test_a_telephone_number_comes_back() -> None:
    lines = list(csv_lines(("phone",), [{"phone": "+7 (7292) 50-05-00"}]))
    assert lines == ["phone\r\n", "'+7 (7292) 50-05-00\r\n"]
    assert read_rows("".join(lines)) == [{"phone": "+7 (7292) 50-05-00"}]


def test_what_is_not_known_is_blank() -> None:
    lines = csv_lines(("a", "b", "c"), [{"b": None, "c": 0}])
    assert list(csv.reader(lines)) == [["a", "b", "c"], ["", "", "0"]]
