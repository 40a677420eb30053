"""Numbers in Chinese characters."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tocsin.language.han_numbers import HAN_DIGITS, han_number


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("十", 10),
        ("十六", 16),
        ("二十六", 26),
        ("三百二十", 320),
        ("一千零五", 1005),
        ("两千三百四十五", 2345),
        ("二〇一九", None),
        ("零", None),
        ("百千", None),
    ],
)
def test_values(written: str, number: int | None) -> None:
    assert han_number(written) == number


@given(st.text(alphabet=HAN_DIGITS, max_size=30))
def test_any_run_is_a_number_below_ten_thousand_or_none(written: str) -> None:
    number = han_number(written)
    assert number is None or 0 < number < 10_000
