import pytest

from tocsin.letters.link_limits import MEASURED, OWN_PROGRAM
from tocsin.letters.webmail import PROVIDERS, compose_link, webmail_links

TO, TWO = "office@example.org", ("a@example.org", "b@example.org")
BY_NAME = {provider.name: provider for provider in PROVIDERS}


def test_each_provider_parts_copies_as_it_takes_them() -> None:
    assert compose_link(BY_NAME["Gmail"], TO, TWO, "S & T", "One\nTwo\n") == (
        "https://mail.google.com/mail/?view=cm&fs=1&to=office%40example.org&cc=a%40example.org%2Cb%40example.org"
        "&su=S%20%26%20T&body=One%0D%0ATwo"
    )
    assert "&cc=a%40example.org%3Bb%40example.org&subject=" in compose_link(
        BY_NAME["Outlook.com"], TO, TWO, "S", ""
    )


def test_empty_fields_are_left_out() -> None:
    link = compose_link(BY_NAME["Yahoo Mail"], TO, (), "", "")
    assert link == "https://compose.mail.yahoo.com/?to=office%40example.org"


@pytest.mark.parametrize("bad", ["S\r\nBcc: x@example.org", "S\nX"])
def test_a_subject_cannot_add_fields(bad: str) -> None:
    with pytest.raises(ValueError, match="one line"):
        compose_link(PROVIDERS[0], TO, (), bad, "")


def test_each_gets_the_whole_letter_or_the_short_one_or_no_link() -> None:
    def kinds(body: str, short: str) -> dict[str, bool]:
        return {link.provider.name: link.is_short for link in webmail_links(TO, (), "S", body, short)}

    names = [provider.name for provider in PROVIDERS]
    assert kinds("a" * 100, "") == dict.fromkeys(names, False)
    assert kinds("a" * 4_000, "short") == {name: name != "Gmail" for name in names}
    assert kinds("a" * 9_000, "short") == dict.fromkeys(names, True)
    assert kinds("a" * 9_000, "") == {}
    assert all(len(link.href) <= link.provider.limit for link in webmail_links(TO, (), "S", "a" * 1_800, "x"))


def test_what_is_safe_is_less_than_anybody_measured() -> None:
    assert min(measured.longest for measured in MEASURED) >= OWN_PROGRAM
    assert all(measured.source for measured in MEASURED)
    assert BY_NAME["Gmail"].limit < next(m.longest for m in MEASURED if m.taker.startswith("Gmail"))
