"""The words of a note, sealed and opened. A note says inside whom it is about, so that it cannot be put elsewhere."""

import json

from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_variables
from nacl.bindings import sodium_pad, sodium_unpad
from nacl.exceptions import CryptoError
from nacl.secret import SecretBox

from tocsin.members.notes_key import CannotOpen

from ..models import ProtectionNote

# Notes are filled up to a multiple of this many bytes: their length tells little.
BLOCK = 512


@sensitive_variables("secret", "words", "written")
def seal_words(secret: bytes, subject: int, words: str) -> bytes:
    written = json.dumps({"subject": subject, "words": words}).encode()
    return bytes(SecretBox(secret).encrypt(sodium_pad(written, BLOCK)))


@sensitive_variables("secret", "written")
def open_words(secret: bytes, note: ProtectionNote) -> str:
    """Raises CannotOpen for a note that is damaged, or that stands where it was not written."""
    try:
        written = json.loads(sodium_unpad(SecretBox(secret).decrypt(bytes(note.sealed)), BLOCK))
    except CryptoError:
        written = {}
    if written.get("subject") != note.subject_id:
        raise CannotOpen(_("This note is damaged, or was moved here by somebody: it cannot be trusted."))
    return str(written["words"])
