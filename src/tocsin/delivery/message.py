"""A delivery as it travels: from our own domain in the supporter's name, answers go to her if she wishes.

"Sam Solberg via Tocsin": the address is ours, so that the domain's rules (DMARC) hold; the name says who writes, and
"via" that she does so through us, as mailing lists say it: filters stop a bare personal name at an address that is not that
person's, and nobody can pass for an office this way.
"""

from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache

from tocsin.delivery.posing import poses
from tocsin.language.countries import country_name
from tocsin.letters.words import letter_words
from tocsin.post.letter_template import Envelope, LetterTemplate
from tocsin.post.message_id import our_address, our_name
from tocsin.post.reply_address import reply_address
from tocsin.post.return_path import Kind, return_path, token

Message = tuple[str, str, bytes]


@dataclass(frozen=True, slots=True)
class Mail:
    """All that a delivery says, free of the rows that it was read from.

    `to` is the address, of `office` and who holds it; `copy_of` the office that the letter was written to, where this is a copy.
    """

    delivery: int
    message_id: str
    to: str
    office: str
    holder: str
    language: str
    subject: str
    body: str
    wants_answers: bool
    written_at: datetime
    name: str
    email: str
    country: str
    copy_of: str = ""


def message_of(mail: Mail) -> Message:
    """Sender, recipient and message for the post office."""
    envelope = Envelope(
        to=mail.to,
        message_id=mail.message_id,
        date=mail.written_at,
        from_name=_from_name(mail),
        reply_to=mail.email if mail.wants_answers else _to_us(mail),
    )
    signed = signature(mail.body, mail.name, country_name(mail.country, mail.language))
    body = heading(mail.copy_of, mail.language) + mail.body.rstrip() + signed
    filled = _template(our_address(), mail.language).fill(envelope, {"subject": mail.subject, "body": body})
    return return_path(token(Kind.DELIVERY, mail.delivery)), mail.to, filled


def _from_name(mail: Mail) -> str:
    """A name that the form would refuse today may still stand in a stored letter."""
    return our_name() if poses(mail.name, mail.office, mail.holder) else f"{mail.name} via {our_name()}"


def _to_us(mail: Mail) -> str:
    """She wants no answer herself: it comes to us, and names her letter."""
    return reply_address(mail.delivery, mail.written_at.date())


def heading(copy_of: str, language: str) -> str:
    """What stands over a copy: whom the letter was written to. Nothing over the letter itself."""
    return letter_words(language)["copy_of"].format(office=copy_of) + "\n\n" if copy_of else ""


def signature(body: str, name: str, country: str) -> str:
    """Name and country under the letter, without the name where she has signed it herself."""
    has_signed = name.casefold() in " ".join(body.rstrip()[-1000:].casefold().split())[-200:]
    return f"\n{country}" if has_signed else f"\n\n{name}\n{country}"


@lru_cache(maxsize=64)
def _template(from_address: str, language: str) -> LetterTemplate:
    return LetterTemplate.compile(
        from_address=from_address, subject="{subject}", text="{body}", language=language, with_html=True
    )
