import pytest
from hypothesis import given
from hypothesis import strategies as st

from tocsin.reading.redactions import find_redactions


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("write to [email protected] now", ["[email protected]"]),
        ("write to [email\u00a0protected] now", ["[email\u00a0protected]"]),
        ("E-mail:[email protected]or phone", ["[email protected]"]),
        ("[email protected], [email protected]", ["[email protected]", "[email protected]"]),
        ("[Email address protected]", ["[Email address protected]"]),
        ("[e-mail hidden] [address redacted]", ["[e-mail hidden]", "[address redacted]"]),
        ("[correo protegido]", ["[correo protegido]"]),
        ("to ceo@??? and j...@example.org", ["ceo@???", "j...@example.org"]),
        ("to office@example.org", []),
        ("[protected] email", []),
        ("what???", []),
    ],
)
def test_each_lost_address_is_found_once(text, found):
    assert [text[span.start : span.end] for span in find_redactions(text)] == found


@given(st.integers(0, 30), st.sampled_from([" ", ", ", " or ", "\n"]))
def test_they_are_counted(number, between):
    assert len(find_redactions(between.join(["[email protected]"] * number))) == number
