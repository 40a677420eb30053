"""A real DNS server on loopback with the records that a test wants."""

import socket
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from dns.flags import QR
from dns.message import from_wire, make_response
from dns.rcode import NXDOMAIN
from dns.rdatatype import to_text
from dns.rrset import from_text

Records = Mapping[tuple[str, str], list[str]]
SIGNS_ELSEWHERE = "Our mail is not signed here: the mail server that it is handed to has to do it."
# What a sound domain answers: its own mail server sends, from the machine of the site.
SOUND: Records = {
    ("tocsin.example", "TXT"): ['"v=spf1 mx -all"', '"some-site-verification=1"'],
    ("_dmarc.tocsin.example", "TXT"): ['"v=DMARC1; p=none"'],
    ("tocsin.example", "MX"): ["10 mail.tocsin.example."],
    ("appeals.example.org", "A"): ["192.0.2.7"],
    ("7.2.0.192.in-addr.arpa", "PTR"): ["appeals.example.org."],
}


@contextmanager
def answering(records: Records) -> Iterator[str]:
    """Its address and port."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as line:
        line.bind(("127.0.0.1", 0))
        port = line.getsockname()[1]
        thread = threading.Thread(target=_answer, args=(line, records), daemon=True)
        thread.start()
        try:
            yield f"127.0.0.1:{port}"
        finally:
            line.sendto(b"", ("127.0.0.1", port))
            thread.join()


def _answer(line: socket.socket, records: Records) -> None:
    while True:
        asked, sender = line.recvfrom(4096)
        if not asked:
            return
        answer = make_response(from_wire(asked))
        question = answer.question[0]
        kind = to_text(question.rdtype)
        found = records.get((str(question.name).rstrip("."), kind), [])
        if found:
            answer.answer.append(from_text(question.name, 60, "IN", kind, *found))
        else:
            answer.set_rcode(NXDOMAIN)
        answer.flags |= QR
        line.sendto(answer.to_wire(), sender)
