import pytest

from tocsin.reading.contacts.emails import find_emails


@pytest.mark.parametrize(
    ("text", "addresses"),
    [
        ("to a.b+c@mail.example.org, please", ["a.b+c@mail.example.org"]),
        ("_x@example.org_", ["_x@example.org"]),
        ("office (at) example (dot) org", ["office@example.org"]),
        ("office[at]example.org", ["office@example.org"]),
        ("info@example.org.", ["info@example.org"]),
        ("a@example.org;b@example.org", ["a@example.org", "b@example.org"]),
        ("info@example.orgPhone: 1, a@gov.example.brJ", ["info@example.org", "a@gov.example.br"]),
        ("Ann.Model@Example.COM", ["Ann.Model@Example.COM"]),
        ("[email protected] @handle me@localhost", []),
    ],
)
def test_addresses(text, addresses):
    assert [email.address for email in find_emails(text)] == addresses


@pytest.mark.parametrize(
    ("text", "addresses"),
    [
        ("anticorrupción@example.gov.co y", ["anticorrupción@example.gov.co"]),
        ("to office@\nexample.org now", ["office@example.org"]),
        ("office@tribunal. example.br\n- next", ["office@tribunal.example.br"]),
        ("office@exam-\nple.org", ["office@example.org"]),
        ("info AT example DOT org", ["info@example.org"]),
        ("发信至a@example.org，谢谢", ["a@example.org"]),
        ("x@example.org. In the morning", ["x@example.org"]),
        ("x@example. In the morning; follow @example.org", []),
    ],
)
def test_addresses_with_accents_or_broken(text, addresses):
    assert [email.address for email in find_emails(text)] == addresses
