"""The mail that asks whether it was she who wants to be told of the next appeal."""

import uuid
from collections.abc import Callable

from django.conf import settings
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.translation import gettext as _

from tocsin.post.queue_mail import queue_mail
from tocsin.post.return_path import Kind, token
from tocsin.supporters.silence import may_write

from .models import Follower
from .tokens import join_token

# Makes a path of this site of a token.
JoinLink = Callable[[str], str]


def ask_to_join(public_id: str, join_link: JoinLink) -> None:
    """Queues the mail, unless she confirmed or was erased meanwhile. Her name does not stand in it."""
    follower = Follower.objects.filter(public_id=uuid.UUID(hex=public_id), confirmed_at=None).first()
    if follower is None or not may_write(follower.email):
        return
    words = {
        "link": settings.PUBLIC_URL + join_link(join_token(follower.public_id)),
        "organisation": settings.ORGANISATION,
    }
    with translation.override(follower.language):
        text = render_to_string("supporters/ask_to_join.txt", words)
        subject = _("Shall we tell you of the next appeal?")
    queue_mail(
        follower.email,
        subject,
        text,
        key=f"join {follower.public_id}",
        about=token(Kind.FOLLOWER, follower.pk),
    )
