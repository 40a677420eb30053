"""Whether an address of mail is an organisation's own."""

import re
from functools import cache
from importlib import resources
from urllib.parse import urlsplit

from django.utils.translation import gettext as _

_DOMAIN = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]")
LONGEST = 253


def web_domain(typed: str) -> str:
    """'https://www.Fagforbundet.no/om' -> 'fagforbundet.no'; in ASCII, empty for what names no site."""
    text = typed.strip()
    try:
        host = urlsplit(text if "://" in text else f"//{text}").hostname or ""
    except ValueError:
        return ""
    return _plain(host)


def mail_domain(email: str) -> str:
    return _plain(email.rpartition("@")[2])


def why_by_hand(domain: str, email: str) -> str:
    """Why a mail to this address does not show that the organisation signed; empty where it does.

    `domain` is that of its web site, as `web_domain` gives it. The two must be equal: below a domain that many share
    ('union.blogs.example') each has a neighbour.
    """
    given = mail_domain(email)
    if given in free_mail():
        return _("The address is at %(domain)s, where anybody can have a mailbox.") % {"domain": given}
    if given != domain:
        words = {"mail": given, "site": domain}
        return _("The address is at %(mail)s, and the web site at %(site)s.") % words
    return ""


@cache
def free_mail() -> frozenset[str]:
    """Domains of providers that give a mailbox to anybody."""
    text = resources.files(__package__).joinpath("free_mail.txt").read_text("utf-8")
    return frozenset(line for line in text.splitlines() if line and not line.startswith("#"))


def _plain(host: str) -> str:
    try:
        name = host.strip().rstrip(".").casefold().encode("idna").decode("ascii").removeprefix("www.")
    except UnicodeError:
        return ""
    return name if len(name) <= LONGEST and _DOMAIN.fullmatch(name) else ""
