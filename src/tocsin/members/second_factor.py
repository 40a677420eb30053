"""The second factor: codes of an authenticator app, and recovery codes for the day it is lost."""

import base64

from django.db import transaction
from django_otp.models import Device
from django_otp.plugins.otp_static.models import StaticDevice, StaticToken
from django_otp.plugins.otp_totp.models import TOTPDevice

from .models import Member
from .record import record

RECOVERY_CODES = 10


def is_enrolled(member: Member) -> bool:
    return TOTPDevice.objects.filter(user=member, confirmed=True).exists()


def begin_enrolment(member: Member) -> TOTPDevice:
    """The app that the member is about to add; the same one until its first code was right."""
    device, _ = TOTPDevice.objects.get_or_create(
        user=member, confirmed=False, defaults={"name": "authenticator app"}
    )
    return device


def secret_of(device: TOTPDevice) -> str:
    """The shared secret as people type it: base32 in groups of four."""
    secret = base64.b32encode(device.bin_key).decode()
    return " ".join(secret[start : start + 4] for start in range(0, len(secret), 4))


def finish_enrolment(member: Member, code: str) -> TOTPDevice | None:
    """Confirms the app by its first code; None where the code is wrong or none is being added."""
    with transaction.atomic():
        device = TOTPDevice.objects.select_for_update().filter(user=member, confirmed=False).first()
        if device is None or is_enrolled(member) or not device.verify_token(_digits(code)):
            return None
        device.confirmed = True
        device.save(update_fields=["confirmed"])
        record("member.enrolled", member, member)
    return device


def make_recovery_codes(member: Member) -> list[str]:
    """Ten codes, each good once; earlier ones end."""
    with transaction.atomic():
        StaticDevice.objects.filter(user=member).delete()
        device = StaticDevice.objects.create(user=member, name="recovery codes")
        codes = [StaticToken.random_token() for _ in range(RECOVERY_CODES)]
        StaticToken.objects.bulk_create(StaticToken(device=device, token=code) for code in codes)
        record("member.recovery_codes_made", member, member)
    return codes


def check_code(member: Member, code: str) -> Device | None:
    """The device that this code is right for. django-otp makes each wrong try wait longer."""
    digits = _digits(code)
    kind, token = (TOTPDevice, digits) if digits else (StaticDevice, code.strip().casefold())
    with transaction.atomic():
        for device in kind.objects.select_for_update().filter(user=member, confirmed=True):
            if device.verify_token(token):
                return device
    return None


def forget_devices(member: Member, by: Member | None) -> None:
    """For a member who lost app and codes: the next sign-in enrols anew."""
    with transaction.atomic():
        TOTPDevice.objects.filter(user=member).delete()
        StaticDevice.objects.filter(user=member).delete()
        record("member.devices_forgotten", member, by)


def _digits(code: str) -> str:
    """Six digits, spaces between them forgiven; empty where it is something else."""
    digits = "".join(code.split())
    return digits if len(digits) == 6 and digits.isdecimal() else ""
