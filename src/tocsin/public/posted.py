"""A letter as the last page posts it, read by hand: a spike has no time for forms."""

from collections.abc import Mapping

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import get_language

from tocsin.actions.partners.named import partner_named
from tocsin.delivery.take_letter import Written
from tocsin.delivery.typed import (
    LONGEST_BODY,
    LONGEST_EMAIL,
    LONGEST_NAME,
    LONGEST_SUBJECT,
    clean_email,
    clean_name,
    plain_body,
    plain_subject,
)
from tocsin.public.against_abuse.stamp import Stamp
from tocsin.supporters.take_part import Person

LONGEST_LANGUAGE = 20


def letter_of(data: Mapping[str, str], stamp: Stamp) -> Written | None:
    """None for whatever its form would refuse, or where it shall go elsewhere than its page was made for."""
    subject, body = plain_subject(data.get("subject", "")), plain_body(data.get("body", ""))
    language, where = data.get("language", ""), stamp.where
    fits = 0 < len(subject) <= LONGEST_SUBJECT and len(body) <= LONGEST_BODY and body.strip()
    goes_there = (data.get("country"), data.get("to")) == (where.country, str(where.to.target))
    if (
        not (fits and goes_there and 0 < len(language) <= LONGEST_LANGUAGE)
        or "\0" in subject + body + language
    ):
        return None
    wants_answers = data.get("answers") != "no"
    partner = partner_named(data.get("by", ""))
    return Written(where.to, language, subject, body, where.copies, wants_answers, partner)


def person_of(data: Mapping[str, str], stamp: Stamp) -> Person | None:
    """None for whatever its form would refuse."""
    email = data.get("email", "").strip()
    try:
        name = clean_name(data.get("name", ""))
        validate_email(email)
        clean_email(email)
    except ValidationError:
        return None
    if not 0 < len(name) <= LONGEST_NAME or len(email) > LONGEST_EMAIL:
        return None
    return Person(name, email, stamp.where.country, get_language() or "en")
