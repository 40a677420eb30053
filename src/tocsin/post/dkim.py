"""Signing our mail with DKIM (RFC 6376): relaxed canonicalization, RSA with SHA-256.

The signature itself is made by `cryptography`, which lets other threads go on meanwhile. Tests hold what is signed
to another implementation, dkimpy.
"""

import hashlib
import re
import time
from base64 import b64encode
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import padding, rsa

from .errors import TemporaryError

# RFC 6376, 5.4.1, and what says how the body is to be read. From stands twice: nobody can add a second one (8.15).
SIGNED = (
    *(b"from", b"from", b"to", b"reply-to", b"subject", b"date"),
    # RFC 8058, 4: without a signature over both of them a mailbox offers no one-click.
    *(b"list-unsubscribe", b"list-unsubscribe-post", b"message-id"),
    *(b"mime-version", b"content-type", b"content-transfer-encoding", b"content-language"),
)
# RFC 8301: shorter keys are not believed.
SHORTEST_BITS = 1024
_FOLD = re.compile(rb"\r\n(?=[ \t])")
_BLANKS = re.compile(rb"[ \t]+")
_BLANKS_AT_END = re.compile(rb"[ \t]+(?=\r\n)")


@dataclass(frozen=True, slots=True)
class Dkim:
    """Where our key lies, and under which name the domain's DNS shows its public half."""

    key_file: Path
    selector: str
    domain: str

    def key(self) -> rsa.RSAPrivateKey:
        """Raises TemporaryError, with the reason, where the file cannot be used: letters wait for its mending."""
        return _key(self.key_file)

    def sign(self, message: bytes) -> bytes:
        """The message with the signature before it; it must be ASCII with CRLF line ends."""
        head, _blank, body = message.partition(b"\r\n\r\n")
        headers = _headers(head)
        unsigned = self._header(headers, _digest(body))
        told = b"".join(_told(headers)) + _relaxed(unsigned)
        signature = b64encode(self.key().sign(told, padding.PKCS1v15(), hashes.SHA256()))
        folded = b"\r\n\t".join(signature[at : at + 70] for at in range(0, len(signature), 70))
        return b"%b\r\n\t%b\r\n%b" % (unsigned, folded, message)

    def _header(self, headers: dict[bytes, list[bytes]], digest: bytes) -> bytes:
        names = b":".join(_names(headers))
        return (
            b"DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed; d=%b;\r\n\ts=%b; t=%d; bh=%b;\r\n\th=%b;\r\n\tb="
            % (self.domain.encode(), self.selector.encode(), int(time.time()), digest, _folded(names))
        )

    def record(self) -> str:
        """The text that has to stand in DNS at `selector._domainkey.domain`."""
        shown = (
            self.key()
            .public_key()
            .public_bytes(serialization.Encoding.DER, serialization.PublicFormat.SubjectPublicKeyInfo)
        )
        return f"v=DKIM1; k=rsa; p={b64encode(shown).decode()}"


@lru_cache(maxsize=4)
def _key(path: Path) -> rsa.RSAPrivateKey:
    try:
        key = serialization.load_pem_private_key(path.read_bytes(), password=None)
    except OSError as fault:
        raise TemporaryError(f"the DKIM key {path} cannot be read: {fault.strerror}") from None
    except (ValueError, TypeError, UnsupportedAlgorithm):
        raise TemporaryError(f"{path} holds no private key in PEM without a password") from None
    if not isinstance(key, rsa.RSAPrivateKey) or key.key_size < SHORTEST_BITS:
        raise TemporaryError(f"{path} holds no RSA key of {SHORTEST_BITS} bits or more")
    return key


def _headers(head: bytes) -> dict[bytes, list[bytes]]:
    """By name in lower case, each as it stands, unfolded."""
    found: dict[bytes, list[bytes]] = {}
    for line in _FOLD.sub(b"", head).split(b"\r\n"):
        found.setdefault(line.partition(b":")[0].strip().lower(), []).append(line)
    return found


def _names(headers: dict[bytes, list[bytes]]) -> list[bytes]:
    return [name for name in SIGNED if name in headers]


def _told(headers: dict[bytes, list[bytes]]) -> list[bytes]:
    """Each header once, its last occurrence; the name that stands for none adds nothing (5.4.2)."""
    return [_relaxed(headers[name][-1]) + b"\r\n" for name in dict.fromkeys(_names(headers))]


def _relaxed(header: bytes) -> bytes:
    name, _colon, value = _FOLD.sub(b"", header).partition(b":")
    return name.strip().lower() + b":" + _BLANKS.sub(b" ", value).strip(b" ")


def _digest(body: bytes) -> bytes:
    """RFC 6376, 3.4.4."""
    plain = _BLANKS.sub(b" ", _BLANKS_AT_END.sub(b"", body)).rstrip(b" ")
    while plain.endswith(b"\r\n"):
        plain = plain[:-2]
    return b64encode(hashlib.sha256(plain + b"\r\n" if plain else b"").digest())


def _folded(names: bytes) -> bytes:
    return names.replace(b":message-id", b":\r\n\tmessage-id")
