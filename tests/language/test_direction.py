import pytest

from tocsin.language.direction import is_right_to_left


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", False),
        ("ar", True),
        ("fa", True),
        ("ar-EG", True),
        ("az", False),
        ("uz-Arab", True),
        ("zh-Hans", False),
        ("xx", False),
        ("", False),
        ("ar-xyzzy9", True),
    ],
)
def test_which_way_a_language_is_written(language: str, expected: bool) -> None:
    assert is_right_to_left(language) is expected
