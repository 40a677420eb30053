"""A contact as it is stored: one form for every channel."""

import phonenumbers
from django.core.exceptions import ValidationError
from django.core.validators import URLValidator, validate_email
from django.utils.translation import gettext as _

from .errors import CannotUse
from .models import Channel


def contact_value(channel: str, text: str, country: str = "") -> str:
    """An e-mail address, an E.164 number, a web address, or a postal address with its lines.

    `country` (ISO 3166-1 alpha-2) is where the office stands: the country of a number without '+'.
    Raises CannotUse with a sentence where `text` is none of the channel's.
    """
    text = text.strip()
    if not text:
        raise CannotUse(_("Write the address or number that you found."))
    if channel == Channel.EMAIL:
        return _email(text)
    if channel in (Channel.PHONE, Channel.FAX):
        return _number(text, country)
    if channel == Channel.WEB:
        return _web(text)
    return "\n".join(line.strip() for line in text.splitlines() if line.strip())


def _email(text: str) -> str:
    try:
        validate_email(text)
    except ValidationError as error:
        raise CannotUse(
            _("“%(text)s” is not an e-mail address. It needs a name, an @ and a domain.") % {"text": text}
        ) from error
    return text


def _web(text: str) -> str:
    address = text if "://" in text else f"https://{text}"
    try:
        URLValidator(["http", "https"])(address)
    except ValidationError as error:
        raise CannotUse(
            _("“%(text)s” is not a web address. It begins with https:// and names a site.") % {"text": text}
        ) from error
    return address


def _number(text: str, country: str) -> str:
    try:
        number = phonenumbers.parse(text, country or None)
    except phonenumbers.NumberParseException as error:
        raise CannotUse(
            _("“%(text)s” is not a number that can be dialled. Begin with + and the country code.")
            % {"text": text}
        ) from error
    if not phonenumbers.is_possible_number(number):
        raise CannotUse(_("“%(text)s” has too few or too many digits for its country.") % {"text": text})
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
