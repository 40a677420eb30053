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
        ("[email protected] @handle me@localhost", []),
    ],
)
def test_addresses(text, addresses):
    assert [email.address for email in find_emails(text)] == addresses
