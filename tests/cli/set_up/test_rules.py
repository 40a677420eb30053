"""What can be kept, and what is asked once more."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tocsin.cli.set_up import rules


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("Appeals.Example.ORG.", "appeals.example.org"),
        ("https://appeals.example.org/", "appeals.example.org"),
        ("127.0.0.1:8000", "127.0.0.1:8000"),
        ("[::1]:8000", "[::1]:8000"),
        ("пример.рф", "xn--e1afmkfd.xn--p1ai"),
    ],
)
def test_a_domain(said: str, kept: str) -> None:
    assert rules.domain(said) == kept


@pytest.mark.parametrize(
    "said", ["", "a b", "example.org/path", "example.org:99999", "-a.org", "a..b", "x" * 64]
)
def test_no_domain(said: str) -> None:
    with pytest.raises(ValueError, match="write"):
        rules.domain(said)


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("appeals@example.org", "appeals@example.org"),
        ("Appeals <appeals@example.org>", "Appeals <appeals@example.org>"),
        ("Призывы <appeals@example.org>", "Призывы <appeals@example.org>"),
    ],
)
def test_a_sender(said: str, kept: str) -> None:
    assert rules.sender(said) == kept


@given(st.text(max_size=40))
def test_what_is_kept_of_a_line_is_one_line_and_stays_so(said: str) -> None:
    try:
        kept = rules.line(said)
    except ValueError:
        return
    assert "\n" not in kept
    assert rules.line(kept) == kept


@pytest.mark.parametrize("said", ["two\nlines", "bell \x07"])
def test_a_refusal_of_a_password_never_says_it(said: str) -> None:
    with pytest.raises(ValueError, match=r"^Some sign in it cannot be typed: copy it anew\.$"):
        rules.secret(said)
