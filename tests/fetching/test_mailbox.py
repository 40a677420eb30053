"""A mailbox over IMAP: read from oldest to newest, changed never, and whatever else its server says."""

import socket
import ssl
import time

import pytest
from tests.fetching.imap_servers import (
    ADDRESS,
    HOST,
    PASSWORD,
    PUBLIC,
    USER,
    Mailbox,
    lying_mailbox,
    real_mailbox,
    script,
)
from tests.patience import PATIENCE

from tocsin.fetching.mailbox import MOST_MAILS, Mails, new_mails
from tocsin.fetching.mailbox_address import MailboxAddress, mailbox_address
from tocsin.intake.errors import NotFetched
from tocsin.intake.files import MOST_BYTES

CAPABLE = "* CAPABILITY IMAP4rev1\r\nTAG OK done\r\n"
SIGNED_IN = "TAG OK in\r\n"
CHOSEN = "* 1 EXISTS\r\n* OK [UIDVALIDITY 7] ok\r\nTAG OK [READ-ONLY] done\r\n"


def mail(number: int) -> bytes:
    return f"From: a@b.example\r\nSubject: Appeal {number}\r\n\r\nNobody slept.\r\n".encode()


def read(box: Mailbox, address: str = ADDRESS, password: str = PASSWORD, **more: object) -> Mails:
    given = {"resolver": box.resolver, "connector": box.connector, "context": box.context, "seconds": 10.0}
    return new_mails(mailbox_address(address), password, **(given | more))


def test_a_real_mailbox_is_read_by_number_and_left_as_it_was() -> None:
    with real_mailbox() as box:
        box.put(*(mail(n) for n in range(MOST_MAILS + 2)))
        first = read(box)
        assert box.reached == [(PUBLIC, 143)]
        assert [m.data for m in first.mails] == [mail(n) for n in range(MOST_MAILS)]
        assert not first.is_all
        last = first.mails[-1].uid
        second = read(box, validity=first.validity, after=last)
        assert ([m.data for m in second.mails], second.is_all) == (
            [mail(MOST_MAILS), mail(MOST_MAILS + 1)],
            True,
        )
        third = read(box, validity=first.validity, after=second.mails[-1].uid)
        assert (third.mails, third.is_all) == ((), True)
        anew = read(box, validity=first.validity + 1, after=last)
        assert anew.mails == first.mails, "numbered anew: read from the first"
        assert all(b"Seen" not in row for row in box.flags())
        assert len(box.flags()) == MOST_MAILS + 2
        for address, password, words in (
            (ADDRESS, "wrong", "refuses the name"),
            (ADDRESS, "пароль", "beyond ASCII"),
            (f"imap://{USER}@{HOST}/Nowhere", PASSWORD, "no folder Nowhere"),
        ):
            with pytest.raises(NotFetched, match=words):
                read(box, address, password)
        with pytest.raises(NotFetched, match="cannot be trusted"):
            read(box, context=ssl.create_default_context())


def refused(box: Mailbox, scheme: str = "imaps", **more: object) -> str:
    with pytest.raises(NotFetched) as caught:
        read(box, f"{scheme}://{USER}@{HOST}/INBOX", **more)
    return str(caught.value)


def test_a_server_without_encryption_is_told_no_password() -> None:
    said: list[bytes] = []

    def plain(line: socket.socket) -> None:
        line.sendall(b"* OK [CAPABILITY IMAP4rev1] ready\r\n")
        while asked := line.recv(4096):
            said.append(asked)
            line.sendall(b"* CAPABILITY IMAP4rev1\r\n" + asked.split(b" ")[0] + b" OK done\r\n")

    with lying_mailbox(plain, encrypted=False) as box:
        assert "offers no encryption" in refused(box, "imap")
    with lying_mailbox(plain, encrypted=False) as box:
        assert "offers no encryption" in refused(box, "imaps")
    assert PASSWORD.encode() not in b"".join(said)


@pytest.mark.parametrize(
    "answers",
    [
        ["rubbish\r\n"],
        [CAPABLE, SIGNED_IN, CHOSEN, "* SEARCH one two\r\nTAG OK done\r\n"],
        [CAPABLE, SIGNED_IN, CHOSEN, "* SEARCH 5\r\nTAG OK done\r\n", "* 1 FETCH (UID 5 RFC822.SIZE 9)\r\nTAG OK done\r\n",
         "* 1 FETCH (UID 5 BODY[] {4000000000}\r\nabc"],
        [CAPABLE, SIGNED_IN, "* OK [UIDVALIDITY many] ok\r\nTAG OK done\r\n"],
        [CAPABLE, "* BYE full\r\n"],
    ],
    ids=["rubbish", "no numbers", "a mail of 4 GB", "no validity", "goes away"],
)  # fmt: skip
def test_a_server_that_lies_is_refused_in_words(answers: list[str]) -> None:
    with lying_mailbox(script(*answers)) as box:
        assert refused(box) == f"{HOST} did not answer as a mailbox should; it is tried again"


def test_a_server_that_stalls_is_left() -> None:
    def stall(line: socket.socket) -> None:
        line.sendall(b"* OK rea")
        line.recv(1)

    began = time.monotonic()
    with lying_mailbox(stall) as box:
        assert "did not answer in time" in refused(box, seconds=0.5)
    assert time.monotonic() - began < PATIENCE


def test_a_mail_too_large_is_named_and_not_fetched() -> None:
    sizes = "* 1 FETCH (UID 5 RFC822.SIZE 41943040)\r\nTAG OK done\r\n"
    talk = script(
        CAPABLE, SIGNED_IN, CHOSEN, "* SEARCH 5\r\nTAG OK done\r\n", sizes, "* BYE\r\nTAG OK done\r\n"
    )
    with lying_mailbox(talk) as box:
        found = read(box, f"imaps://{USER}@{HOST}/INBOX")
    assert [(m.uid, m.data, m.size) for m in found.mails] == [(5, b"", 40 * 2**20)]


@pytest.mark.parametrize("address", ["127.0.0.1", "10.0.0.7", "169.254.169.254", "::1"])
def test_a_private_address_is_never_reached(address: str) -> None:
    with pytest.raises(NotFetched, match="private network"):
        new_mails(
            mailbox_address(ADDRESS),
            PASSWORD,
            resolver=lambda *_: [address],
            connector=lambda *_: pytest.fail("reached"),
        )


def test_an_address_is_taken_apart() -> None:
    assert mailbox_address("imaps://one%40two.example@Mail.Example/In/Appeals") == MailboxAddress(
        "imaps", "one@two.example", HOST, "In/Appeals"
    )
    assert mailbox_address("imap://a@mail.example").folder == "INBOX"


@pytest.mark.parametrize(
    "address",
    ["https://mail.example", "imaps://mail.example/INBOX", "imaps://a:secret@mail.example", "imaps://a@mail.example:25",
     'imaps://a@mail.example/IN"BOX', "imaps://a@mail.example/Входящие", "imaps://a@0x7f.1/INBOX", "nonsense", "imaps://[::1"],
)  # fmt: skip
def test_what_is_no_mailbox_is_refused(address: str) -> None:
    with pytest.raises(NotFetched):
        mailbox_address(address)


def test_of_a_mail_that_is_too_large_the_beginning_can_be_had() -> None:
    whole = mail(1) + b"x" * MOST_BYTES
    with real_mailbox() as box:
        box.put(whole)
        [without], [beginning] = read(box).mails, read(box, head=100).mails
    assert (without.data, without.size) == (b"", len(whole))
    assert (beginning.data, beginning.size) == (whole[:100], len(whole))
