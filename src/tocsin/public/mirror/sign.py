"""The key that signs mirrors (Ed25519, RFC 8032), and what others need to check it."""

import hashlib
import os
from pathlib import Path

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from django.conf import settings

KEY_NAME = "mirror.key"


def own_fingerprint() -> str:
    """Of the key that signs this site's copies; empty where none was ever written."""
    return fingerprint(told(own_key().public_key())) if _file().exists() else ""


def own_key() -> Ed25519PrivateKey:
    """Made when it is first asked for; it lies with the data and is in the backup. Raises ValueError for another file."""
    file = _file()
    if not file.exists():
        made = Ed25519PrivateKey.generate().private_bytes(
            serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        )
        with os.fdopen(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as held:
            held.write(made)
    key = serialization.load_pem_private_key(file.read_bytes(), password=None)
    if not isinstance(key, Ed25519PrivateKey):
        raise ValueError(f"{file} holds no Ed25519 key")
    return key


def _file() -> Path:
    return Path(settings.DATA) / KEY_NAME


def told(key: Ed25519PublicKey) -> bytes:
    """The public half as a PEM file."""
    return key.public_bytes(serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo)


def fingerprint(pem: bytes) -> str:
    """SHA-256 of the PEM file, in groups that can be read aloud."""
    digest = hashlib.sha256(pem).hexdigest()
    return " ".join(digest[at : at + 4] for at in range(0, 40, 4))


def is_signed(pem: bytes, signature: bytes, signed: bytes) -> bool:
    """Whether the key of `pem` has signed it; False for what is no key of ours."""
    try:
        key = serialization.load_pem_public_key(pem)
        if not isinstance(key, Ed25519PublicKey):
            return False
        key.verify(signature, signed)
    except (ValueError, InvalidSignature):
        return False
    return True
