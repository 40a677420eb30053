"""Links that open a new message on the page of a webmail provider: third parties, asked only when one is pressed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import quote

from tocsin.letters.link_limits import GMAIL, OTHER_WEBMAIL
from tocsin.letters.plain_text import crlf, header_value, one_address


@dataclass(frozen=True)
class Webmail:
    """A provider: `page` with the names of its fields, what parts two copy addresses, how long a link it takes."""

    name: str
    host: str
    page: str
    separator: str
    limit: int
    subject: str = "subject"


# As Gmail reads `view=cm`; as Outlook's page `mail/deeplink/compose` does; as Firefox's own list of mail handlers has Yahoo.
PROVIDERS = (
    Webmail("Gmail", "mail.google.com", "https://mail.google.com/mail/?view=cm&fs=1&", ",", GMAIL, "su"),
    Webmail(
        "Outlook.com",
        "outlook.live.com",
        "https://outlook.live.com/mail/0/deeplink/compose?",
        ";",
        OTHER_WEBMAIL,
    ),
    Webmail(
        "Microsoft 365",
        "outlook.office.com",
        "https://outlook.office.com/mail/deeplink/compose?",
        ";",
        OTHER_WEBMAIL,
    ),
    Webmail("Yahoo Mail", "compose.mail.yahoo.com", "https://compose.mail.yahoo.com/?", ",", OTHER_WEBMAIL),
)


@dataclass(frozen=True)
class WebmailLink:
    """`is_short`: the letter itself was too long for this provider, and its short form stands in the link."""

    provider: Webmail
    href: str
    is_short: bool


def compose_link(provider: Webmail, to: str, cc: Sequence[str], subject: str, body: str) -> str:
    """Fields that are empty are left out. Raises ValueError for line breaks in addresses or subject."""
    copies = provider.separator.join(one_address("The copy address", address) for address in cc)
    fields = [
        ("to", one_address("The address", to)),
        ("cc", copies),
        (provider.subject, header_value("The subject", subject)),
        ("body", crlf(body.rstrip())),
    ]
    return provider.page + "&".join(f"{name}={quote(value, safe='')}" for name, value in fields if value)


def webmail_links(to: str, cc: Sequence[str], subject: str, body: str, short: str) -> Iterator[WebmailLink]:
    """A link a provider: with the letter where it fits, else with its short form, else none."""
    for provider in PROVIDERS:
        for text in (body, short):
            href = compose_link(provider, to, cc, subject, text) if text else ""
            if href and len(href) <= provider.limit:
                yield WebmailLink(provider, href, text != body)
                break
