"""The mail that lies in the local folder because no mail server is set up."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from email import message_from_binary_file
from email.message import EmailMessage
from email.policy import default
from pathlib import Path

from django.conf import settings
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from tocsin.members.access import allowed, member_of
from tocsin.members.models import Role
from tocsin.post.deliver import post_office

from .mail_seen import mails_for

PER_PAGE = 50


@dataclass(frozen=True)
class FolderMail:
    """`name` is the file's name without its ending."""

    name: str
    written_at: datetime
    to: str
    sender: str
    reply_to: str
    subject: str
    text: str = ""


@allowed(Role.PUBLISHER)
def mail_folder(request: HttpRequest) -> HttpResponse:
    page = Paginator(mails_for(member_of(request)), PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "page": page,
        "mails": [_read(path) for path in page],
        "folder": settings.MAIL_FOLDER,
        "mail_leaves": post_office().is_real,
    }
    return render(request, "desk/mail_folder.html", context)


@allowed(Role.PUBLISHER)
def mail_folder_one(request: HttpRequest, name: str) -> HttpResponse:
    path = next((path for path in mails_for(member_of(request)) if path.stem == name), None)
    if path is None:
        raise Http404
    return render(request, "desk/mail_folder_one.html", {"mail": _read(path)})


def _read(path: Path) -> FolderMail:
    with path.open("rb") as file:
        message = message_from_binary_file(file, policy=default)
    return FolderMail(
        name=path.stem,
        written_at=datetime.fromtimestamp(path.stat().st_mtime, UTC),
        to=str(message["To"] or ""),
        sender=str(message["From"] or ""),
        reply_to=str(message["Reply-To"] or ""),
        subject=str(message["Subject"] or ""),
        text="\n".join(_texts(message)),
    )


def _texts(message: EmailMessage) -> Iterator[str]:
    for part in message.walk():
        if part.get_content_type() == "text/plain":
            yield _text(part)


def _text(part: EmailMessage) -> str:
    try:
        return str(part.get_content())
    except LookupError:  # a charset that nobody knows
        return bytes(part.get_payload(decode=True) or b"").decode("utf-8", "replace")
