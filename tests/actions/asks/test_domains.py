"""Whose an address of mail is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tocsin.actions.asks.sign_on.domains import free_mail, web_domain, why_by_hand
from tocsin.actions.asks.sign_on.fold import fold


@pytest.mark.parametrize(
    ("typed", "domain"),
    [
        ("fagforbundet.no", "fagforbundet.no"),
        ("https://www.Fagforbundet.no/om?x=1", "fagforbundet.no"),
        (" http://union.example:8080 ", "union.example"),
        ("https://münchen.example", "xn--mnchen-3ya.example"),
        ("пример.рф", "xn--e1afmkfd.xn--p1ai"),
        ("user@union.example", "union.example"),
        ("our union", ""),
        ("localhost", ""),
        ("127.0.0.1", ""),
        ("http://[::1", ""),
        ("", ""),
    ],
)
def test_a_web_site_as_people_type_it(typed: str, domain: str) -> None:
    assert web_domain(typed) == domain


@given(st.text(max_size=80))
def test_whatever_is_typed_gives_a_domain_or_nothing(typed: str) -> None:
    found = web_domain(typed)
    assert web_domain(found) == found.removeprefix("www.")


@pytest.mark.parametrize(
    ("domain", "email", "why"),
    [
        ("union.example", "anna@union.example", ""),
        ("union.example", "anna@www.Union.example", ""),
        ("union.example", "anna@mail.union.example", "The address is at mail.union.example, and the web site at union.example."),
        ("union.blogs.example", "anna@blogs.example", "The address is at blogs.example, and the web site at union.blogs.example."),
        ("gmail.com", "union@gmail.com", "The address is at gmail.com, where anybody can have a mailbox."),
        ("union.example", "union@mail.ru", "The address is at mail.ru, where anybody can have a mailbox."),
    ],
)  # fmt: skip
def test_why_a_mail_does_not_show_who_signed(domain: str, email: str, why: str) -> None:
    assert why_by_hand(domain, email) == why


def test_free_mail_is_listed_once_and_in_order() -> None:
    assert len(free_mail()) > 100
    assert all(web_domain(domain) == domain for domain in free_mail())


def test_one_name_however_it_is_written() -> None:
    names = ["Fagforbundet – Oslo", "FAGFORBUNDET, Oslo", " fagforbundet oslo"]
    assert {fold(name) for name in names} == {"fagforbundetoslo"}
    assert fold("Профсоюз «Жанарту»") == "профсоюзжанарту"
    assert fold("!!") == ""
