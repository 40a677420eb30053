"""A one-time link lets one person in, once, for ten minutes."""

import threading
from datetime import timedelta

import pytest
from django.db import connection
from django.utils import timezone
from tests import cast

from tocsin.members.models import Member, SignInLink
from tocsin.members.one_time_link import make_link, redeem_link
from tocsin.members.remove import remove_member


@pytest.mark.django_db
def test_it_works_once(rustam: Member) -> None:
    token = make_link(rustam)
    assert redeem_link(token) == rustam
    assert redeem_link(token) is None


@pytest.mark.django_db
def test_it_dies_after_ten_minutes(rustam: Member) -> None:
    now = timezone.now()
    token = make_link(rustam, now=now)
    assert redeem_link(token, now=now + timedelta(minutes=10)) is None
    assert redeem_link(token, now=now + timedelta(minutes=9, seconds=59)) == rustam


@pytest.mark.django_db
def test_a_newer_link_ends_the_older_one(rustam: Member) -> None:
    older, newer = make_link(rustam), make_link(rustam)
    assert redeem_link(older) is None
    assert redeem_link(newer) == rustam


@pytest.mark.django_db
def test_a_guess_lets_nobody_in(rustam: Member) -> None:
    make_link(rustam)
    assert redeem_link("") is None
    assert redeem_link("x" * 43) is None


@pytest.mark.django_db
def test_the_token_itself_is_not_stored(rustam: Member) -> None:
    token = make_link(rustam)
    assert token not in str(SignInLink.objects.values_list())


@pytest.mark.django_db
def test_a_member_who_was_let_go_stays_outside(rustam: Member, ada: Member) -> None:
    token = make_link(rustam)
    remove_member(rustam, by=ada)
    assert redeem_link(token) is None


@pytest.mark.django_db(transaction=True)
def test_of_eight_who_press_at_once_one_gets_in() -> None:
    token = make_link(cast.member("Rustam"))
    start = threading.Barrier(8)
    let_in: list[Member | None] = []

    def press() -> None:
        start.wait()
        let_in.append(redeem_link(token))
        connection.close()

    people = [threading.Thread(target=press) for _ in range(8)]
    for person in people:
        person.start()
    for person in people:
        person.join()
    assert sorted(member is not None for member in let_in) == [False] * 7 + [True]
