"""Holding a quote to the text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tocsin.opinions.locate import LONGEST_QUOTE, SearchedText, is_name
from tocsin.terms.span import Span

TEXT = "Ann Other\nwas  taken\u00a0away. Annexe. It rained. It rained.\nAnn left. 王小明被捕。"


@pytest.mark.parametrize(
    ("quote", "words"),
    [
        ("Annexe", "Annexe"),
        ("  Annexe. ", "Annexe."),
        ("Other was taken away.", "Other\nwas  taken\u00a0away."),
        ("was\ttaken away", "was  taken\u00a0away"),
        ("It rained.", None),
        ("It  rained. ", None),
        ("she was taken away", None),
        ("", None),
        (" \n", None),
        ("Annexe" + " " * LONGEST_QUOTE + ".", None),
    ],
)
def test_a_quote_stands_there_once_or_nowhere(quote: str, words: str | None) -> None:
    at = SearchedText(TEXT).quote(quote)
    assert (TEXT[at.start : at.end] if at else None) == words


def test_a_quote_too_long_is_not_looked_up() -> None:
    text = "a" * (LONGEST_QUOTE + 1)
    assert SearchedText(text).quote(text) is None


def test_a_name_is_a_whole_name_on_one_line_inside_its_quote() -> None:
    searched = SearchedText(TEXT)
    whole = Span(0, len(TEXT))
    assert searched.name("Ann", Span(TEXT.index("Annexe"), len(TEXT))) == Span(
        TEXT.index("Ann left"), TEXT.index("Ann left") + 3
    )
    assert searched.name("taken away", whole) == Span(TEXT.index("taken"), TEXT.index("."))
    assert searched.name("Other was", whole) is None
    assert searched.name("Bob", whole) is None
    assert searched.name("Ann", Span(4, 9)) is None
    assert searched.name("王小明", whole) == Span(TEXT.index("王"), TEXT.index("王") + 3)


@pytest.mark.parametrize(
    ("words", "may"),
    [
        ("Lina Marwede", True),
        ("Салман аль-Аради", True),
        ("cell 4", False),
        ("٤ May Movement", False),
        ("lina@port.example", False),
        ("https://port.example", False),
        ("WWW.port.example", False),
        ("Lina\nMarwede", False),
        ("Lina\u2028Marwede", False),
        ("", False),
        ("  ", False),
        ("L" * 121, False),
    ],
)
def test_numbers_addresses_and_lines_are_never_names(words: str, may: bool) -> None:
    assert is_name(words) is may


@given(st.text(alphabet="ab \n\u00a0", max_size=60), st.text(alphabet="ab \n", max_size=8))
def test_whatever_is_located_reads_as_the_quote(text: str, quote: str) -> None:
    at = SearchedText(text).quote(quote)
    if at is not None:
        assert text[at.start : at.end].split() == quote.split()
        assert text.count(text[at.start : at.end]) == 1
