"""Items and labels begin lines of their own; prose does not."""

import pytest

from tocsin.language.line_starts import begins_item


@pytest.mark.parametrize(
    "line",
    [
        "- the release",
        "> * one",
        "1. Jane Roe",
        "(2) Jane Roe",
        "b) pay",
        "Fax: +47",
        "Tel/Fax: 1",
        "cc: the union",
        "# Head",
    ],
)
def test_an_item_or_a_label(line: str) -> None:
    assert begins_item(line)


@pytest.mark.parametrize(
    "line",
    ["the union said", "(47)-2255 1235", "2011 was a year", "12 weavers", "A. Roe", "they asked this: why"],
)
def test_prose_and_numbers(line: str) -> None:
    assert not begins_item(line)
