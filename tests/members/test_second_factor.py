"""The second factor: enrolled once, asked for always, recoverable."""

import time

import pytest
from django_otp.oath import TOTP
from django_otp.plugins.otp_totp.models import TOTPDevice

from tocsin.members.models import Member
from tocsin.members.second_factor import (
    begin_enrolment,
    check_code,
    finish_enrolment,
    forget_devices,
    is_enrolled,
    make_recovery_codes,
    secret_of,
)


def code_for(device: TOTPDevice, steps_ahead: int = 0) -> str:
    """What an authenticator app with this secret shows."""
    app = TOTP(device.bin_key, device.step, device.t0, device.digits)
    app.time = time.time() + steps_ahead * device.step
    return f"{app.token():06d}"


@pytest.fixture
def enrolled(rustam: Member) -> TOTPDevice:
    begin = begin_enrolment(rustam)
    device = finish_enrolment(rustam, code_for(begin))
    assert device is not None
    return device


@pytest.mark.django_db
def test_a_right_code_enrols_and_a_wrong_one_does_not(rustam: Member) -> None:
    device = begin_enrolment(rustam)
    wrong = f"{(int(code_for(device)) + 500_000) % 1_000_000:06d}"
    assert finish_enrolment(rustam, wrong) is None
    assert not is_enrolled(rustam)


@pytest.mark.django_db
def test_the_secret_stays_the_same_while_somebody_is_typing(rustam: Member) -> None:
    secret = secret_of(begin_enrolment(rustam))
    assert secret_of(begin_enrolment(rustam)) == secret
    assert [len(group) for group in secret.split()] == [4] * 8


@pytest.mark.django_db
def test_a_second_app_cannot_be_added_over_the_first(rustam: Member, enrolled: TOTPDevice) -> None:
    intruder = begin_enrolment(rustam)
    assert finish_enrolment(rustam, code_for(intruder)) is None


@pytest.mark.django_db
def test_a_code_is_good_once_and_may_have_a_space_in_it(rustam: Member, enrolled: TOTPDevice) -> None:
    code = code_for(enrolled, steps_ahead=1)
    assert check_code(rustam, f"{code[:3]} {code[3:]}") == enrolled
    assert check_code(rustam, code) is None


@pytest.mark.django_db
def test_after_a_wrong_code_the_next_try_must_wait(rustam: Member, enrolled: TOTPDevice) -> None:
    right = code_for(enrolled, steps_ahead=1)
    wrong = f"{(int(right) + 500_000) % 1_000_000:06d}"
    assert check_code(rustam, wrong) is None
    assert check_code(rustam, right) is None


@pytest.mark.django_db
def test_each_recovery_code_is_good_once(rustam: Member, enrolled: TOTPDevice) -> None:
    codes = make_recovery_codes(rustam)
    assert len(set(codes)) == 10
    assert check_code(rustam, f" {codes[0].upper()} ") is not None
    assert check_code(rustam, codes[0]) is None


@pytest.mark.django_db
def test_new_recovery_codes_end_the_old_ones(rustam: Member, enrolled: TOTPDevice) -> None:
    old, new = make_recovery_codes(rustam), make_recovery_codes(rustam)
    assert check_code(rustam, new[0]) is not None
    assert check_code(rustam, old[0]) is None


@pytest.mark.django_db
def test_one_members_code_opens_nothing_for_another(dana: Member, enrolled: TOTPDevice) -> None:
    assert check_code(dana, code_for(enrolled, steps_ahead=1)) is None


@pytest.mark.django_db
def test_a_lost_app_can_be_forgotten(rustam: Member, ada: Member, enrolled: TOTPDevice) -> None:
    codes = make_recovery_codes(rustam)
    forget_devices(rustam, by=ada)
    assert not is_enrolled(rustam)
    assert check_code(rustam, codes[0]) is None
