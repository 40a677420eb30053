"""A report's text in pieces."""

from types import SimpleNamespace
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from tocsin.desk.lit_text import lit_text
from tocsin.reports.queries import Sentence


def item(pk: int, spans: list[list[int]], *fields: list[list[int]]) -> Any:
    rows = [SimpleNamespace(pk=pk * 10 + n, spans=s, decision="proposed") for n, s in enumerate(fields)]
    return SimpleNamespace(pk=pk, spans=spans, fields=SimpleNamespace(all=lambda: rows))


def sentence(start: int, end: int) -> Sentence:
    return Sentence(start, end, "", "used", False)


def test_the_shortest_span_over_a_piece_is_where_a_click_leads() -> None:
    [lit] = lit_text(
        "Police beat nine men", [sentence(0, 20)], [item(1, [[0, 20]]), item(2, [[12, 16]], [[12, 16]])]
    )
    assert [(p.text, p.item, p.items, p.fields) for p in lit.pieces] == [
        ("Police beat ", 1, "1", ""),
        ("nine", 2, "1 2", "20"),
        (" men", 1, "1", ""),
    ]


def test_sentences_keep_what_stands_between_them() -> None:
    parts = lit_text("One.\n\nTwo.", [sentence(0, 4), sentence(6, 10)], [])
    assert [("".join(p.text for p in part.pieces), part.sentence is not None) for part in parts] == [
        ("One.", True),
        ("\n\n", False),
        ("Two.", True),
    ]


@given(st.text(max_size=80), st.lists(st.tuples(st.integers(0, 80), st.integers(0, 80)), max_size=8))
def test_nothing_of_the_text_is_lost(text: str, spans: list[tuple[int, int]]) -> None:
    held = [[a, b] for a, b in spans if a < b <= len(text)]
    parts = lit_text(
        text, [sentence(0, len(text))] if text else [], [item(n, [s]) for n, s in enumerate(held)]
    )
    assert "".join(piece.text for part in parts for piece in part.pieces) == text
