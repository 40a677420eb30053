"""Whether an address on the web leads to a person's telephone or account, where one expects a place to meet."""

import re
from urllib.parse import unquote, urlsplit

_SCHEMES = frozenset(
    (
        "tel",
        "sms",
        "smsto",
        "callto",
        "mailto",
        "facetime",
        "sgnl",
        "sip",
        "sips",
        "skype",
        "tg",
        "viber",
        "whatsapp",
        "xmpp",
    )
)
# Messengers whose links open a conversation with somebody.
_MESSENGERS = frozenset(
    ("wa.me", "whatsapp.com", "t.me", "telegram.me", "telegram.dog", "signal.me", "viber.com", "m.me", "messenger.com",
     "line.me", "threema.id", "ig.me")
)  # fmt: skip
# A mail address or the name of an account, and a number as it is dialled from abroad.
_CONTACT = re.compile(r"@|\+\d[\d ().-]{5,}\d")


def leads_to_a_person(link: str) -> bool:
    """'https://wa.me/4791234567', 'tel:+4791234567', 'https://social.example/@vera'; a room of a meeting is none."""
    parts = urlsplit(link.strip())
    host = (parts.hostname or "").removeprefix("www.")
    names = host.split(".")
    known = {".".join(names[at:]) for at in range(len(names))}
    return parts.scheme in _SCHEMES or bool(known & _MESSENGERS) or bool(_CONTACT.search(unquote(link)))
