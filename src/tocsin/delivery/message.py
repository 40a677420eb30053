"""A delivery as it travels: from our own domain in the supporter's name, answers go to her if she wishes.

"Sam Solberg via Tocsin": the address is ours, so that the domain's rules (DMARC) hold; the name says who writes, and
"via" that she does so through us, as mailing lists say it: filters stop a bare personal name at an address that is not that
person's, and nobody can pass for an office this way.
"""

from functools import lru_cache

from tocsin.delivery.models import Delivery, Letter
from tocsin.delivery.posing import poses
from tocsin.directory.models import Office
from tocsin.language.countries import country_name
from tocsin.letters.words import letter_words
from tocsin.post.letter_template import Envelope, LetterTemplate
from tocsin.post.message_id import our_address, our_name
from tocsin.post.return_path import Kind, return_path, token

Message = tuple[str, list[str], bytes]


def message_of(delivery: Delivery) -> Message:
    """Sender, recipients and message for the post office. A letter that was erased has none: ValueError."""
    letter = delivery.letter
    if letter is None:
        raise ValueError(f"{delivery} has no letter any more")
    supporter = letter.supporter
    envelope = Envelope(
        to=delivery.contact_point.value,
        message_id=delivery.message_id,
        date=letter.created_at,
        from_name=_from_name(supporter.name, delivery.contact_point.office),
        reply_to=supporter.email if letter.wants_answers else "",
    )
    signed = signature(letter.body, supporter.name, country_name(supporter.country, letter.language))
    body = heading(delivery, letter) + letter.body.rstrip() + signed
    filled = _template(our_address(), letter.language).fill(
        envelope, {"subject": letter.subject, "body": body}
    )
    return return_path(token(Kind.DELIVERY, delivery.pk)), [delivery.contact_point.value], filled


def _from_name(name: str, office: Office) -> str:
    """A name that the form would refuse today may still stand in a stored letter."""
    return our_name() if poses(name, office) else f"{name} via {our_name()}"


def heading(delivery: Delivery, letter: Letter) -> str:
    """What stands over a copy: whom the letter was written to. Nothing over the letter itself."""
    if not delivery.is_copy:
        return ""
    office = letter.deliveries.select_related("target__office").get(is_copy=False).target.office
    return letter_words(letter.language)["copy_of"].format(office=office) + "\n\n"


def signature(body: str, name: str, country: str) -> str:
    """Name and country under the letter, without the name where she has signed it herself."""
    has_signed = name.casefold() in " ".join(body.rstrip()[-1000:].casefold().split())[-200:]
    return f"\n{country}" if has_signed else f"\n\n{name}\n{country}"


@lru_cache(maxsize=64)
def _template(from_address: str, language: str) -> LetterTemplate:
    return LetterTemplate.compile(
        from_address=from_address, subject="{subject}", text="{body}", language=language, with_html=True
    )
