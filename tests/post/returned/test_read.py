"""What a mail that came back means, whatever language its server speaks."""

from email.message import EmailMessage

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tocsin.post.returned.notice import Verdict
from tocsin.post.returned.read import read

from .reports import ABSENCE, CHINESE, POSTFIX, RUSSIAN, TO, bounce, complaint


@pytest.mark.parametrize("human", [POSTFIX, RUSSIAN, CHINESE])
@pytest.mark.parametrize("kind", ["message/delivery-status", "message/global-delivery-status"])
def test_an_address_that_does_not_exist(human: str, kind: str) -> None:
    notice = read(bounce(human=human, kind=kind))
    assert notice is not None
    assert (notice.verdict, notice.words) == (
        Verdict.NO_SUCH_ADDRESS,
        "550 5.1.1 <office@example.org>: no such user",
    )
    assert TO in notice.names


@pytest.mark.parametrize(
    ("status", "said", "verdict"),
    [
        ("5.1.10", "smtp; 556 5.1.10 null MX", Verdict.NO_SUCH_ADDRESS),
        ("5.2.1", "smtp; 550 5.2.1 mailbox disabled", Verdict.NO_SUCH_ADDRESS),
        ("5.0.0", "smtp; 550 5.1.1 unknown", Verdict.NO_SUCH_ADDRESS),
        ("5.4.4", "", Verdict.NO_SUCH_ADDRESS),
        ("5.1.8", "smtp; 550 5.1.8 sender's domain does not resolve", Verdict.REFUSED),
        ("5.7.1", "smtp; 550 5.7.1 blocked by policy", Verdict.REFUSED),
        ("", "smtp; 550 no", Verdict.REFUSED),
        ("5.0.0", "x-unix; 550", Verdict.REFUSED),
        ("5.2.2", "smtp; 552 5.2.2 mailbox full", Verdict.GIVEN_UP),
        ("4.4.7", "smtp; 451 4.4.1 no answer", Verdict.GIVEN_UP),
    ],
)
def test_hard_and_soft_are_told_apart(status: str, said: str, verdict: Verdict) -> None:
    notice = read(bounce(status, said))
    assert notice is not None
    assert notice.verdict == verdict


def test_what_is_still_tried_and_what_arrived() -> None:
    delayed = read(bounce("4.4.1", action="delayed"))
    assert delayed is not None
    assert delayed.verdict == Verdict.DELAYED
    assert read(bounce("2.0.0", action="delivered")) is None
    assert read(bounce(action="relayed")) is None


@pytest.mark.parametrize("kind", ["abuse", "fraud", "Opt-Out"])
def test_a_complaint_names_the_mail_by_its_envelope(kind: str) -> None:
    notice = read(complaint(kind))
    assert notice is not None
    assert notice.verdict == Verdict.COMPLAINT
    assert TO in notice.names


@pytest.mark.parametrize(
    "mail", [ABSENCE, b"", complaint("not-spam"), complaint("auth-failure"), b"\xff\x00"]
)
def test_what_is_no_bounce_says_nothing(mail: bytes) -> None:
    assert read(mail) is None


def test_a_server_that_wraps_the_report_in_base64_is_read() -> None:
    plain = bounce().decode()
    start = plain.index("Reporting-MTA")
    end = plain.index("--B/mx.example.org\r\nContent-Type: text/rfc822")
    part = EmailMessage()
    part.set_content(plain[start:end].encode(), maintype="application", subtype="x")
    wrapped = plain[:start].rstrip() + "\r\nContent-Transfer-Encoding: base64\r\n\r\n"
    notice = read((wrapped + str(part.get_payload()) + plain[end:]).encode())
    assert notice is not None
    assert notice.verdict == Verdict.NO_SUCH_ADDRESS


@given(st.binary(max_size=400))
def test_any_bytes_are_read(data: bytes) -> None:
    assert read(data) is None


@given(
    st.sampled_from([bounce(), complaint()]),
    st.lists(st.tuples(st.integers(0, 1500), st.binary(max_size=12)), min_size=1, max_size=6),
)
def test_a_damaged_report_is_a_finding_or_nothing(report: bytes, damage: list[tuple[int, bytes]]) -> None:
    for place, instead in damage:
        report = report[:place] + instead + report[place + len(instead) :]
    notice = read(report)
    assert notice is None or notice.verdict in Verdict


def test_what_no_database_stores_is_left_out_of_a_servers_words() -> None:
    notice = read(bounce(said="smtp; 550 5.1.1 no\0body"))
    assert notice is not None
    assert notice.words == "550 5.1.1 nobody"
