"""What a supporter typed, as mail can carry it: whichever door it came in by, the same limits."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from tocsin.delivery.posing import speaks_for_mail
from tocsin.post.header_words import HeaderRefused, address, phrase

LONGEST_NAME, LONGEST_EMAIL = 120, 254
LONGEST_SUBJECT, LONGEST_BODY = 200, 20_000
NO_ADDRESS = _("This does not look like an e-mail address. Is a part of it missing?")


def plain_subject(typed: str) -> str:
    return " ".join(typed.split())


def plain_body(typed: str) -> str:
    """With the line ends that we keep."""
    return typed.replace("\r\n", "\n").replace("\r", "\n")


def clean_name(typed: str) -> str:
    """As it may stand under a letter. Raises ValidationError with a sentence."""
    name = " ".join(typed.split())
    if "://" in name or "@" in name:
        raise ValidationError(_("Please give a name, not an address."))
    if speaks_for_mail(name):
        raise ValidationError(_("This is what mail systems call themselves. Please give your own name."))
    return _sendable(name, phrase, _("This name holds a character that mail cannot carry."))


def clean_email(typed: str) -> str:
    """An address that mail can be sent to. Raises ValidationError with a sentence."""
    return _sendable(typed, address, NO_ADDRESS)


def _sendable(value: str, encode: Any, sentence: Any) -> str:
    try:
        encode(value)
    except HeaderRefused:
        raise ValidationError(sentence) from None
    return value
