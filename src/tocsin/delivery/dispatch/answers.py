"""What a mail server's answer means for a letter, for our account, and for the server itself."""

import re
from dataclasses import dataclass
from enum import Enum


class Meaning(Enum):
    ACCEPTED = "accepted"
    FOLDERED = "foldered"
    LATER = "later"  # this letter, for now
    NEVER = "never"  # this letter, for good
    NO_SUCH_ADDRESS = "no such address"
    OUR_ACCOUNT = "our account"  # no letter of ours will be taken
    NO_SERVER = "no server"  # the server cannot be reached, or speaks nonsense


@dataclass(frozen=True, slots=True)
class Answer:
    """`words` are the server's own where it spoke, and may quote an address; `code` is three digits, or 0."""

    meaning: Meaning
    words: str = ""
    code: int = 0


# RFC 4954 (sign-in): needed, too weak, failed, needs encryption; for the time being: changed password, failure.
_SIGN_IN = {432, 454, 530, 534, 535, 538}
# Sending limits and senders that are not ours to use, as large providers say it: Gmail's 5.4.5 and 4.7.28
# (support.google.com/a/answer/3726730), Exchange's 5.7.60 and 5.7.708 (learn.microsoft.com, "NDR error codes").
_ACCOUNT_WORDS = re.compile(r"\b(?:5\.4\.5|4\.7\.28|5\.7\.60|5\.7\.708|5\.7\.8|5\.7\.9|5\.7\.11)\b")
# RFC 3463: X.1.X speaks of the address; other refusals may be about us or about one letter.
_NO_ADDRESS = re.compile(r"^5\d\d[ -]5\.1\.\d")
_SHUTTING_DOWN = 421
# RFC 5321, 4.2.2: what was said was not understood; smtplib says 500 itself of an answer that is no line.
_SYNTAX = range(500, 505)


def about_connecting(code: int, words: str) -> Answer:
    """Said before any letter was offered: whatever it is, no letter is at fault."""
    if code in _SIGN_IN or (500 <= code < 600 and code not in _SYNTAX):
        return Answer(Meaning.OUR_ACCOUNT, words, code)
    return Answer(Meaning.NO_SERVER, words, code)


def about_sender(code: int, words: str) -> Answer:
    """Said to MAIL FROM. For good, it means our own address; only a size may speak of the letter (552)."""
    if code in _SIGN_IN or (500 <= code < 600 and code != 552):
        return Answer(Meaning.OUR_ACCOUNT, words, code)
    return about_letter(code, words)


def about_letter(code: int, words: str) -> Answer:
    """Said to RCPT TO, DATA, or the letter itself."""
    if 200 <= code < 300:
        return Answer(Meaning.ACCEPTED, words, code)
    if not 400 <= code < 600 or code == _SHUTTING_DOWN:
        return Answer(Meaning.NO_SERVER, words, code)
    if code in _SIGN_IN or _ACCOUNT_WORDS.search(words[:40]):
        return Answer(Meaning.OUR_ACCOUNT, words, code)
    if code < 500:
        return Answer(Meaning.LATER, words, code)
    return Answer(Meaning.NO_SUCH_ADDRESS if _NO_ADDRESS.match(words) else Meaning.NEVER, words, code)


def spoken(code: int, reply: bytes | str) -> str:
    """An answer in one line, with its code before it."""
    words = reply.decode(errors="replace") if isinstance(reply, bytes) else reply
    return f"{code} {' '.join(words.split())}"[:1000]
