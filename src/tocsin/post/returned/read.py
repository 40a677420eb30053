"""A mail that came back to us, in a language that we need not know: only its machine-readable part is read.

Delivery status notifications are RFC 3464 (with addresses in all scripts: RFC 6533), complaints RFC 5965 (ARF).
"""

from collections.abc import Iterator
from email import message_from_bytes
from email.message import Message

from tocsin.intake.storable import storable
from tocsin.intake.stumbles import STUMBLES

from .blocks import Block, blocks
from .notice import Notice, Verdict, of_status

STATUS = {"message/delivery-status", "message/global-delivery-status"}
FEEDBACK = "message/feedback-report"
# Of "not-spam" (RFC 6430) and of reports about our own authentication (RFC 6591) nobody is to be spared.
COMPLAINTS = {"abuse", "fraud", "opt-out", "virus", "other"}
_LONGEST_WORDS = 1_000
# Where the address that it was sent back to stands; servers differ.
_TO = ("to", "delivered-to", "x-original-to", "envelope-to", "x-envelope-to", "x-rcpt-to", "return-path")


def read(data: bytes) -> Notice | None:
    """None for whatever is no report: an answer, an absence, an advertisement, or nothing that can be read."""
    try:
        message = message_from_bytes(data)
        return next(_notices(message, data), None)
    except STUMBLES:
        return None


def _notices(message: Message, data: bytes) -> Iterator[Notice]:
    for part in message.walk():
        kind = part.get_content_type()
        if kind in STATUS:
            yield from _bounces(blocks(part), _names(message))
        elif kind == FEEDBACK:
            yield from _complaints(blocks(part), _names(message), data)


def _bounces(found: list[Block], names: str) -> Iterator[Notice]:
    """Our letters have one recipient each: the first of whom something is said."""
    for block in found:
        match block.get("action", "").lower():
            case "failed":
                verdict = of_status(block.get("status", ""), block.get("diagnostic-code", ""))
            case "delayed":
                verdict = Verdict.DELAYED
            case _:
                continue
        yield Notice(verdict, _words(block), names)


def _words(block: Block) -> str:
    """The server's answer, without the word that says of what kind it is."""
    kind, semicolon, said = block.get("diagnostic-code", "").partition(";")
    words = said.strip() if semicolon else kind or block.get("status", "")
    return storable(words)[:_LONGEST_WORDS]


def _complaints(found: list[Block], names: str, data: bytes) -> Iterator[Notice]:
    """The mail that is complained of stands in it whole or by its headers, and names itself there."""
    for block in found[:1]:
        if block.get("feedback-type", "").lower() in COMPLAINTS:
            inside = f"{block.get('original-mail-from', '')} {names} {data.decode('ascii', 'replace')}"
            yield Notice(Verdict.COMPLAINT, block["feedback-type"].lower(), inside)


def _names(message: Message) -> str:
    return " ".join(str(value) for name in _TO for value in message.get_all(name, []))
