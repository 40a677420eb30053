"""What we sign, another implementation finds signed: dkimpy, with the record that we tell people to publish."""

from datetime import UTC, datetime
from pathlib import Path

import dkim
import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ed25519, rsa
from hypothesis import given, settings
from hypothesis import strategies as st

from tocsin.followup.bulk_mail import bulk_mail
from tocsin.post.dkim import Dkim
from tocsin.post.errors import TemporaryError
from tocsin.post.letter_template import Envelope, LetterTemplate

RAW_ENVELOPE = Envelope("office@example.org", "<1@tocsin.example>", datetime(2026, 11, 22, tzinfo=UTC))


@pytest.fixture(scope="module")
def signer(tmp_path_factory: pytest.TempPathFactory) -> Dkim:
    path = tmp_path_factory.mktemp("dkim") / "key.pem"
    path.write_bytes(_pem(rsa.generate_private_key(65537, 2048)))
    return Dkim(path, "tocsin", "tocsin.example")


def _pem(key: rsa.RSAPrivateKey | ed25519.Ed25519PrivateKey) -> bytes:
    return key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )


def holds(message: bytes, signer: Dkim) -> bool:
    def dns(name: bytes, timeout: int = 5) -> bytes | None:
        return signer.record().encode() if name == b"tocsin._domainkey.tocsin.example." else None

    found: bool = dkim.verify(message, dnsfunc=dns)
    return found


@settings(max_examples=40)
@given(body=st.text(st.characters(exclude_categories=["Cs"]), max_size=400))
def test_whatever_is_written_the_signature_holds(signer: Dkim, body: str) -> None:
    template = LetterTemplate.compile(
        from_address="post@tocsin.example", subject="Освободите Наталью", text="{b}", with_html=True
    )
    assert holds(signer.sign(template.fill(RAW_ENVELOPE, {"b": body})), signer)


@pytest.mark.parametrize(
    "body", [b"", b"\r\n\r\n", b" \t\r\nwords  and \t words \r\n\r\n \r\n", b"no line end"]
)
def test_blanks_and_empty_lines_are_told_as_the_rules_say(signer: Dkim, body: bytes) -> None:
    message = b"From:  A <a@tocsin.example>\r\nSubject: long\r\n\t  folded \r\n\r\n" + body
    assert holds(signer.sign(message), signer)


@pytest.mark.parametrize(
    ("was", "becomes"),
    [(b"Pay now", b"Pay later"), (b"From: A", b"From: B"), (b"To: o", b"From: x@y.org\r\nTo: o")],
)
def test_a_changed_letter_is_found_out(signer: Dkim, was: bytes, becomes: bytes) -> None:
    signed = signer.sign(b"From: A <a@tocsin.example>\r\nTo: o@example.org\r\n\r\nPay now\r\n")
    assert holds(signed, signer)
    assert not holds(signed.replace(was, becomes), signer)


def test_a_key_that_cannot_be_used_lets_letters_wait_and_says_why(tmp_path: Path) -> None:
    missing, words, other = (tmp_path / name for name in ("missing.pem", "words.pem", "other.pem"))
    words.write_text("no key")
    other.write_bytes(_pem(ed25519.Ed25519PrivateKey.generate()))
    for path, why in ((missing, "cannot be read"), (words, "no private key"), (other, "no RSA key")):
        with pytest.raises(TemporaryError, match=why):
            Dkim(path, "tocsin", "tocsin.example").key()


def test_what_offers_to_end_mail_in_one_click_is_signed(signer: Dkim) -> None:
    """RFC 8058, 4, of a mail as it leaves to many."""
    link = "https://tocsin.example/no-more/1"
    mail = bulk_mail(
        "sam@supporters.example", "Она свободна", "Спасибо.", "ru", "<1@tocsin.example>", None, link
    )
    signed = signer.sign(mail)
    assert holds(signed, signer)
    assert not holds(signed.replace(b"no-more/1", b"no-more/2"), signer)
    assert not holds(signed.replace(b"=One-Click", b"=Two-Click"), signer)
