"""What somebody tells us of a mail that we sent."""

import re
from dataclasses import dataclass
from enum import Enum


class Verdict(Enum):
    NO_SUCH_ADDRESS = "no such address"  # hard: nothing will ever arrive there
    REFUSED = "refused"  # this mail, for good; the address lives
    GIVEN_UP = "given up"  # soft: a full mailbox, a server that was away for days
    DELAYED = "delayed"  # it is still tried
    COMPLAINT = "complaint"  # its reader called it spam


@dataclass(frozen=True, slots=True)
class Notice:
    """`words` are a server's own, in one line; `names`: the text in which a token of ours says which mail it was."""

    verdict: Verdict
    words: str
    names: str


# RFC 3463: 5.1.X is the address, 5.2.1 a mailbox that was closed, 5.4.4 a domain without a mail server (RFC 7505: 5.1.10
# says that it wants none). But 5.1.7 to 5.1.9 speak of the sender's address, which is ours.
_NO_ADDRESS = re.compile(r"5\.(?:1\.(?:[0-6]|10)|2\.1|4\.4)$")
# A mailbox that is full may be emptied.
_FULL = {"5.2.2"}
_STATUS = re.compile(r"(?<![\d.])([245]\.\d{1,3}\.\d{1,3})(?![\d.])")


def of_status(status: str, words: str = "") -> Verdict:
    """Of an enhanced status code (RFC 3463), told apart by the server's words where it says nothing (X.0.0)."""
    code = _code(status)
    if not code or code.endswith(".0.0"):
        code = _code(words) or code
    if not code.startswith("5") or code in _FULL:
        return Verdict.GIVEN_UP if code else Verdict.REFUSED
    return Verdict.NO_SUCH_ADDRESS if _NO_ADDRESS.match(code) else Verdict.REFUSED


def has_code(words: str) -> bool:
    """Whether a server's words say by an enhanced status code what they mean."""
    return bool(_code(words))


def _code(text: str) -> str:
    found = _STATUS.search(text)
    return found[1] if found else ""
