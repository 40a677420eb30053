"""Two versions of a text: nothing of either is lost."""

from hypothesis import given
from hypothesis import strategies as st

from tocsin.reports.text_diff import Change, Paragraph, text_diff


def lines_of(paragraphs: list[Paragraph], without: Change) -> list[str]:
    joined = ["".join(text for change, text in p.pieces if change != without) for p in paragraphs]
    return [line for line in joined if line]


def plain(text: str) -> list[str]:
    return [" ".join(line.split()) for line in text.splitlines() if line.strip()]


def test_a_changed_word_is_shown_inside_its_line() -> None:
    [head, changed] = text_diff("Riga\nSix months in prison.", "Riga\nSix years in prison.")
    assert head.is_same
    assert changed.pieces == (
        (Change.SAME, "Six "),
        (Change.REMOVED, "months"),
        (Change.ADDED, "years"),
        (Change.SAME, " in prison."),
    )


def test_a_line_that_came_and_one_that_went() -> None:
    rows = text_diff("a\nb b\nc", "a\nc\nd d")
    assert [row.pieces for row in rows if not row.is_same] == [
        ((Change.REMOVED, "b b"),),
        ((Change.ADDED, "d d"),),
    ]


TEXTS = st.text(alphabet="ab \n", max_size=60)


@given(TEXTS, TEXTS)
def test_both_versions_can_be_read_out_of_it(old: str, new: str) -> None:
    rows = text_diff(old, new)
    assert lines_of(rows, Change.REMOVED) == plain(new)
    assert lines_of(rows, Change.ADDED) == plain(old)
