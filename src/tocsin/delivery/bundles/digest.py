"""A digest as it travels: count, countries and words in plain text, all signatures in the file attached."""

from collections.abc import Iterator, Mapping
from email import policy
from email.message import EmailMessage
from email.utils import format_datetime

from django.utils import timezone

from tocsin.letters.words import paper_words
from tocsin.post import header_words
from tocsin.post.message_id import our_address, our_name
from tocsin.printing.petition import Petition, print_petition

from .models import Bundle
from .petition_of import petition_of

# In the mail itself; the file holds all.
MOST_WORDS = 10


def digest(bundle: Bundle) -> bytes:
    """The same bytes each time, as long as its letters are there. Raises Erased, CannotPrint, or ValueError where the
    bundle has no address."""
    if bundle.contact_point is None:
        raise ValueError(f"{bundle} is for paper")
    petition = petition_of(bundle)
    words = paper_words(petition.language)["bundle"]
    made_on = timezone.localdate(bundle.made_at).isoformat()
    message = EmailMessage(policy=policy.SMTP)
    message["From"] = header_words.mailbox(our_name(), our_address()).decode()
    message["To"] = bundle.contact_point.value
    message["Subject"] = " ".join(words["subject"].format(title=petition.title, count=petition.count).split())
    message["Date"] = format_datetime(bundle.made_at)
    message["Message-ID"] = bundle.message_id
    message["Content-Language"] = petition.language
    message.set_content(digest_text(petition, words), charset="utf-8", cte="base64")
    pdf = print_petition(petition, words, made_on).pdf
    message.add_attachment(pdf, "application", "pdf", filename=file_name(bundle))
    message.set_boundary(f"=_{bundle.public_id.hex}")
    return message.as_bytes()


def file_name(bundle: Bundle) -> str:
    part = f"-{bundle.part}" if bundle.parts > 1 else ""
    return f"{bundle.action.slug}-{bundle.made_at:%Y-%m-%d}{part}.pdf"


def digest_text(petition: Petition, words: Mapping[str, str]) -> str:
    return "\n\n".join(_parts(petition, words)) + "\n"


def _parts(petition: Petition, words: Mapping[str, str]) -> Iterator[str]:
    told = {"office": petition.office, "organisation": petition.organisation}
    yield words["to"].format(**told)
    yield words["opening"].format(**told)
    facts = [petition.title, f"{words['count']}: {petition.count}", f"{words['period']}: {petition.span}"]
    yield "\n".join([*facts, petition.part] if petition.part else facts)
    yield _headed(words["countries"], [f"{name}: {number}" for name, number in petition.countries])
    for letter in petition.drafted[:1]:
        yield _headed(words["letter"], [letter.subject, "", "\n\n".join(letter.paragraphs)])
    said = petition.in_own_words
    if said:
        yield _headed(words["comments"], [f"{s.words}\n– {s.name}, {s.country}\n" for s in said[:MOST_WORDS]])
    if len(said) > MOST_WORDS:
        yield words["more"].format(count=len(said) - MOST_WORDS)
    yield words["attached"]
    yield words["answer"].format(**told)


def _headed(heading: str, lines: list[str]) -> str:
    return "\n".join([heading.upper(), *lines]).rstrip()
