"""One message over one SMTP connection, and what its refusals mean."""

import smtplib
import ssl
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from urllib.parse import unquote, urlsplit

from .dkim import Dkim
from .errors import PermanentError, PostError, TemporaryError
from .provider.header import header
from .provider.names import ProviderName
from .seven_bit import seven_bit

LOOPBACK = {"localhost", "127.0.0.1", "::1"}
# Refusals that speak of our own account, not of the letter: authentication needed, failed, too weak.
OUR_OWN_FAULT = {530, 534, 535, 538}


@dataclass(frozen=True)
class SmtpPostOffice:
    """`smtps://` speaks TLS from the start. `smtp://` turns it on, and insists on it except on loopback."""

    host: str
    port: int
    tls_from_start: bool = False
    user: str = ""
    password: str = field(default="", repr=False)
    timeout: float = 30
    is_real: bool = True
    dkim: Dkim | None = None
    provider: ProviderName | None = None

    @classmethod
    def from_url(
        cls, url: str, timeout: float = 30, dkim: Dkim | None = None, provider: ProviderName | None = None
    ) -> "SmtpPostOffice":
        """From `smtp[s]://user:password@host:port`, user and password percent-encoded. Raises ValueError."""
        parts = urlsplit(url)
        if parts.scheme not in ("smtp", "smtps") or not parts.hostname:
            raise ValueError("TOCSIN_SMTP_URL must read smtp://user:password@host:587 or smtps://...:465")
        tls_from_start = parts.scheme == "smtps"
        port = parts.port or (465 if tls_from_start else 587)
        user, password = unquote(parts.username or ""), unquote(parts.password or "")
        return cls(
            parts.hostname, port, tls_from_start, user, password, timeout, dkim=dkim, provider=provider
        )

    def send(self, sender: str, recipients: Sequence[str], message: bytes) -> None:
        try:
            self._send(sender, recipients, message)
        except PostError:
            raise
        except smtplib.SMTPRecipientsRefused as refusal:
            raise _refused(refusal.recipients) from None
        except smtplib.SMTPResponseException as refusal:
            raise _error(refusal.smtp_code, _words(refusal.smtp_code, refusal.smtp_error)) from None
        except (OSError, smtplib.SMTPException) as fault:
            raise TemporaryError(
                f"{self.host} could not be reached: {fault or type(fault).__name__}"
            ) from None

    def check(self) -> None:
        """Connects, secures and signs in without sending anything. Raises as `send` does."""
        try:
            self.connect().quit()
        except smtplib.SMTPResponseException as refusal:
            raise _error(refusal.smtp_code, _words(refusal.smtp_code, refusal.smtp_error)) from None
        except (OSError, smtplib.SMTPException) as fault:
            raise TemporaryError(
                f"{self.host} could not be reached: {fault or type(fault).__name__}"
            ) from None

    def _send(self, sender: str, recipients: Sequence[str], message: bytes) -> None:
        connection = self.connect()
        try:
            eight_bit = connection.has_extn("8bitmime")
            options = ["BODY=8BITMIME"] if eight_bit else []
            whole = self.ready(sender, message, eight_bit)
            refused = connection.sendmail(sender, list(recipients), whole, mail_options=options)
        finally:
            # The letter is taken or refused by now; a server that stumbles over QUIT changes nothing.
            with suppress(OSError, smtplib.SMTPException):
                connection.quit()
        if refused:
            raise PermanentError(f"accepted, but not for {_list(refused)}")

    def ready(self, sender: str, message: bytes, eight_bit: bool) -> bytes:
        """As it leaves: in ASCII where the server takes no more, named for the provider, then signed."""
        whole = message if eight_bit else seven_bit(message)
        if self.provider:
            whole = header(self.provider, sender) + whole
        return self.dkim.sign(whole) if self.dkim else whole

    def connect(self) -> smtplib.SMTP:
        """A connection that is encrypted and signed in; raises what smtplib and the socket raise, and PostError."""
        if self.dkim:
            self.dkim.key()
        if self.tls_from_start:
            connection: smtplib.SMTP = smtplib.SMTP_SSL(
                self.host, self.port, timeout=self.timeout, context=ssl.create_default_context()
            )
        else:
            connection = smtplib.SMTP(self.host, self.port, timeout=self.timeout)
        try:
            self._secure(connection)
            if self.user:
                connection.login(self.user, self.password)
        except BaseException:
            connection.close()
            raise
        return connection

    def _secure(self, connection: smtplib.SMTP) -> None:
        connection.ehlo_or_helo_if_needed()
        if self.tls_from_start:
            return
        if connection.has_extn("starttls"):
            connection.starttls(context=ssl.create_default_context())
            connection.ehlo()
        elif self.host not in LOOPBACK:
            raise TemporaryError(f"{self.host} offers no encryption; nothing was sent")


def _error(code: int, reason: str) -> PostError:
    if code >= 500 and code not in OUR_OWN_FAULT:
        return PermanentError(reason)
    return TemporaryError(reason)


def _refused(recipients: dict[str, tuple[int, bytes]]) -> PostError:
    """All were refused. One that may be taken later keeps the letter waiting."""
    code = min(code for code, _ in recipients.values())
    return _error(code, _list(recipients))


def _list(recipients: dict[str, tuple[int, bytes]]) -> str:
    return "; ".join(f"{address}: {_words(*answer)}" for address, answer in recipients.items())


def _words(code: int, answer: bytes | str) -> str:
    spoken = answer.decode(errors="replace") if isinstance(answer, bytes) else answer
    return f"{code} {' '.join(spoken.split())}"
