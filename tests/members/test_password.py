"""Passwords: five tries a minute, and nothing learned from the answer."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.test import override_settings
from django.utils import timezone

from tocsin.members.models import Member, PasswordTry
from tocsin.members.password import TooManyTries, check_password, set_password

GOOD = "lantern under seven bridges"


@pytest.mark.django_db
def test_the_right_password_lets_in_however_the_address_is_typed(rustam: Member) -> None:
    set_password(rustam, GOOD)
    assert check_password(" Rustam@Desk.Example ", GOOD) == rustam
    assert check_password("rustam@desk.example", GOOD + " ") is None


@pytest.mark.django_db
def test_a_member_without_a_password_cannot_be_guessed(rustam: Member) -> None:
    assert check_password(rustam.email, "") is None
    assert check_password(rustam.email, "!") is None


@pytest.mark.django_db
@pytest.mark.parametrize("email", ["rustam@desk.example", "olga@elsewhere.example"])
def test_the_sixth_try_within_a_minute_waits_for_known_and_unknown_alike(rustam: Member, email: str) -> None:
    set_password(rustam, GOOD)
    now = timezone.now()
    for _ in range(5):
        assert check_password(email, "wrong", now=now) is None
    with pytest.raises(TooManyTries):
        check_password(email, GOOD, now=now + timedelta(seconds=59))
    expected = rustam if email == rustam.email else None
    assert check_password(email, GOOD, now=now + timedelta(seconds=120)) == expected


@pytest.mark.django_db
def test_tries_are_forgotten_after_a_minute_and_name_nobody(rustam: Member) -> None:
    now = timezone.now()
    check_password("olga@elsewhere.example", "wrong", now=now)
    assert "olga" not in str(PasswordTry.objects.values_list())
    check_password(rustam.email, "wrong", now=now + timedelta(seconds=60))
    assert PasswordTry.objects.count() == 1


@pytest.mark.django_db
@pytest.mark.parametrize("weak", ["short", "x" * 13, "telechargement"])
def test_a_weak_password_is_refused_with_a_sentence(rustam: Member, weak: str) -> None:
    with pytest.raises(ValidationError) as refusal:
        set_password(rustam, weak)
    assert refusal.value.messages


@pytest.mark.django_db
@override_settings(PASSWORD_HASHERS=["django.contrib.auth.hashers.Argon2PasswordHasher"])
def test_passwords_are_kept_by_argon2(rustam: Member) -> None:
    set_password(rustam, GOOD)
    assert Member.objects.get(pk=rustam.pk).password.startswith("argon2$argon2id$")
