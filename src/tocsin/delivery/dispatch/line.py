"""One connection to the mail server, kept open from letter to letter."""

import smtplib
import time
from contextlib import suppress

from tocsin.post.errors import PostError
from tocsin.post.smtp import SmtpPostOffice

from .answers import Answer, Meaning, about_connecting, about_letter, about_sender, spoken

# Servers close a silent connection after some five minutes (RFC 5321, 4.5.3.2.7); we ask before that is likely.
ASKED_AFTER = 30.0
_FAULTS = (OSError, smtplib.SMTPException)
_END = b"\r\n.\r\n"


class Line:
    """Not for two threads at once. Opens itself, and anew when it was dropped; never raises for what a server does."""

    def __init__(self, office: SmtpPostOffice) -> None:
        self.office = office
        self.connection: smtplib.SMTP | None = None
        self.used_at = 0.0

    def send(self, sender: str, recipient: str, message: bytes) -> Answer:
        """Addresses are bare and ASCII."""
        was_open = self.connection is not None
        answer = self._try(sender, recipient, message)
        if was_open and answer.meaning is Meaning.NO_SERVER:
            # A kept connection ends at any time, and some servers take only so many letters on one.
            answer = self._try(sender, recipient, message)
        return answer

    def _try(self, sender: str, recipient: str, message: bytes) -> Answer:
        try:
            connection = self._opened()
        except smtplib.SMTPResponseException as refusal:
            return about_connecting(refusal.smtp_code, spoken(refusal.smtp_code, refusal.smtp_error))
        except (*_FAULTS, PostError) as fault:
            return self._unreachable(fault)
        try:
            return self._hand_over(connection, sender, recipient, message)
        except _FAULTS as fault:
            return self._unreachable(fault)

    def close(self) -> None:
        connection, self.connection = self.connection, None
        if connection:
            with suppress(*_FAULTS):
                connection.quit()
            connection.close()

    def _opened(self) -> smtplib.SMTP:
        if (
            self.connection
            and time.monotonic() - self.used_at > ASKED_AFTER
            and not _answers(self.connection)
        ):
            self.connection.close()
            self.connection = None
        self.connection = self.connection or self.office.connect()
        self.used_at = time.monotonic()
        return self.connection

    def _hand_over(self, connection: smtplib.SMTP, sender: str, recipient: str, message: bytes) -> Answer:
        eight_bit = connection.has_extn("8bitmime")
        whole = self.office.ready(sender, message, eight_bit)
        refusal = _announce(connection, sender, recipient, " BODY=8BITMIME" if eight_bit else "")
        if refusal is None:
            try:
                connection.send(_quoted(whole))
                code, reply = connection.getreply()
                refusal = about_letter(code, spoken(code, reply))
            except _FAULTS as fault:
                # It may have been taken or not: the letter is tried again under the same Message-ID.
                self._drop()
                return Answer(Meaning.LATER, f"{self.office.host} hung up during the letter: {_told(fault)}")
        self._tidy(connection, refusal)
        return refusal

    def _tidy(self, connection: smtplib.SMTP, answer: Answer) -> None:
        """After a refusal the next letter begins anew; a server that makes no sense is left."""
        if answer.meaning is Meaning.NO_SERVER:
            self._drop()
        elif answer.meaning is not Meaning.ACCEPTED:
            with suppress(*_FAULTS):
                connection.rset()

    def _drop(self) -> None:
        connection, self.connection = self.connection, None
        if connection:
            connection.close()

    def _unreachable(self, fault: Exception) -> Answer:
        self._drop()
        return Answer(Meaning.NO_SERVER, f"{self.office.host} could not be reached: {_told(fault)}")


def _announce(connection: smtplib.SMTP, sender: str, recipient: str, body: str) -> Answer | None:
    """Says whose letter comes and for whom; None where the server now waits for it.

    In one go where the server allows it (RFC 2920), so that a letter costs two journeys instead of four.
    """
    lines = (f"MAIL FROM:<{sender}>{body}\r\n", f"RCPT TO:<{recipient}>\r\n", "DATA\r\n")
    if connection.has_extn("pipelining"):
        connection.send("".join(lines).encode("ascii"))
        refusals = [_refusal(connection, place) for place in range(len(lines))]
        if any(refusals) and refusals[-1] is None:
            # RFC 2920, 3.1: it waits for a letter without a recipient; it gets an empty one, which goes nowhere.
            connection.send(_END[2:])
            connection.getreply()
        return next(filter(None, refusals), None)
    for place, line in enumerate(lines):
        connection.send(line.encode("ascii"))
        if refusal := _refusal(connection, place):
            return refusal
    return None


def _refusal(connection: smtplib.SMTP, place: int) -> Answer | None:
    """What the server says against the sender (0), the recipient (1) or the letter to come (2)."""
    code, reply = connection.getreply()
    if code == 354 if place == 2 else 200 <= code < 300:
        return None
    words = spoken(code, reply)
    if 200 <= code < 400:
        return Answer(Meaning.NO_SERVER, words, code)
    return about_sender(code, words) if place == 0 else about_letter(code, words)


def _quoted(message: bytes) -> bytes:
    """As it travels: a dot that begins a line is doubled (RFC 5321, 4.5.2), and a lone one ends it."""
    whole = message.replace(b"\r\n.", b"\r\n..")
    start = b"." if whole.startswith(b".") else b""
    return start + whole + (_END[2:] if whole.endswith(b"\r\n") else _END)


def _answers(connection: smtplib.SMTP) -> bool:
    try:
        return connection.noop()[0] == 250
    except _FAULTS:
        return False


def _told(fault: Exception) -> str:
    return str(fault) or type(fault).__name__
