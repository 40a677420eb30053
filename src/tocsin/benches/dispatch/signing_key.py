"""A key for DKIM, made for one bench."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa

# What most domains use: RFC 8301 asks for no less.
_BITS = 2048


@contextmanager
def signing_key() -> Iterator[Path]:
    """RSA, as PEM; gone afterwards."""
    key = rsa.generate_private_key(public_exponent=65537, key_size=_BITS)
    pem = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    with tempfile.TemporaryDirectory(prefix="tocsin-bench-") as folder:
        path = Path(folder) / "dkim.pem"
        path.write_bytes(pem)
        yield path
