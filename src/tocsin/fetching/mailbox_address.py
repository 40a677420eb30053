"""Where a mailbox stands: imaps://user@host/folder."""

from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from tocsin.fetching.place import Place, host_name
from tocsin.intake.errors import NotFetched

PORTS = {"imaps": 993, "imap": 143}


@dataclass(frozen=True)
class MailboxAddress:
    """`scheme` imap begins unencrypted and insists on STARTTLS before anything is said."""

    scheme: str
    user: str
    host: str
    folder: str

    @property
    def place(self) -> Place:
        return Place(self.scheme, self.host, PORTS[self.scheme], "")


def mailbox_address(address: str) -> MailboxAddress:
    """Raises `NotFetched`, in words for people."""
    try:
        parts = urlsplit(address)
        port = parts.port
    except ValueError:
        raise NotFetched("this is no address of a mailbox; write imaps://user@host/INBOX") from None
    if parts.scheme not in PORTS or not parts.username or not parts.hostname:
        raise NotFetched("this is no address of a mailbox; write imaps://user@host/INBOX")
    if parts.password is not None:
        raise NotFetched("leave the password out: it stands in the environment, and nowhere else")
    if port not in (None, PORTS[parts.scheme]):
        raise NotFetched("only the ports of mailboxes are asked: 993 for imaps, 143 for imap")
    folder = unquote(parts.path.strip("/")) or "INBOX"
    if not (folder.isascii() and folder.isprintable()) or any(sign in folder for sign in '"\\*%'):
        raise NotFetched(
            "the folder's name has signs that a mailbox does not take; make one with a plain name"
        )
    return MailboxAddress(parts.scheme, unquote(parts.username), host_name(parts.hostname), folder)
