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
        ("mailto:[EMAIL PROTECTED]", ["[EMAIL PROTECTED]"]),
        ("Por: Esta dirección de correo electrónico está siendo protegida contra los robots de spam. Necesita JavaScript para verla. Y", ["Esta dirección de correo electrónico está siendo protegida contra los robots de spam. Necesita JavaScript para verla."]),
        ("(Questo indirizzo email è protetto dagli spambots. Altro.", ["Questo indirizzo email è protetto dagli spambots."]),
        ("<email hidden> [адрес скрыт]", ["<email hidden>", "[адрес скрыт]"]),
        ("to office@example.org", []),
        ("[protected] email", []),
        ("what???", []),
    ],
)  # fmt: skip
def test_each_lost_address_is_found_once(text, found):
    assert [text[span.start : span.end] for span in find_redactions(text)] == found


@given(st.integers(0, 30), st.sampled_from([" ", ", ", " or ", "\n"]))
def test_they_are_counted(number, between):
    assert len(find_redactions(between.join(["[email protected]"] * number))) == number


@pytest.mark.parametrize(
    ("text", "count"),
    [("Ann Sample < >, Tom Model <>", 2), ("E-mail: < >", 1), ("a <> b\n<>\n", 1), ("x < y and y > x", 0)],
)
def test_brackets_that_an_address_fell_out_of(text, count):
    assert len(find_redactions(text)) == count
