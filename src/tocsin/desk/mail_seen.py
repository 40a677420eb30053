"""Which mails of the local folder a member may read: those of the cases that she publishes in, and her own."""

from collections.abc import Iterator
from datetime import timedelta
from email.parser import BytesHeaderParser
from email.utils import parseaddr
from functools import lru_cache
from pathlib import Path

from django.conf import settings
from django.db.models import Q
from django.utils import timezone

from tocsin.delivery.access import deliveries_of
from tocsin.members.models import Member, Role
from tocsin.post.folder import file_name
from tocsin.post.message_id import message_id

# Files are deleted after 72 hours; what was written longer ago than this lies there no more.
LOOKED_BACK = timedelta(days=4)


def mails_for(member: Member) -> list[Path]:
    """Newest first."""
    files = sorted(settings.MAIL_FOLDER.glob("*.eml"), key=lambda path: path.stat().st_mtime, reverse=True)
    hers = set(_of_cases(member)) if files else set()
    return [path for path in files if path.stem in hers or _addressee(path) == member.email]


def _of_cases(member: Member) -> Iterator[str]:
    """The files of letters, and of the mails that ask supporters to confirm them."""
    since = timezone.now() - LOOKED_BACK
    recent = deliveries_of(member, Role.PUBLISHER).filter(Q(changed_at__gt=since) | Q(created_at__gt=since))
    for public_id, letter_id in recent.values_list("public_id", "message_id"):
        yield file_name(letter_id)
        yield file_name(message_id("mail", f"confirm {public_id}"))


@lru_cache(maxsize=10_000)
def _addressee(path: Path) -> str:
    """A file is written once and never changed."""
    with path.open("rb") as file:
        return parseaddr(str(BytesHeaderParser().parse(file)["To"] or ""))[1].casefold()
