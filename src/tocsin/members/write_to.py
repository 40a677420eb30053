"""A mail of ours to members, to each in her own language."""

from collections.abc import Callable, Iterable
from typing import NamedTuple

from django.conf import settings
from django.utils import translation

from tocsin.post.queue_mail import queue_mail

from .models import Member


class Words(NamedTuple):
    subject: str
    text: str


def write_to(members: Iterable[Member], words: Callable[[], Words], key: str) -> int:
    """`words` says it in the language of the moment. How many mails are new: the same key is sent once to each."""
    return sum(_is_queued(member, words, f"{key}:{member.pk}") for member in members)


def _is_queued(member: Member, words: Callable[[], Words], key: str) -> bool:
    with translation.override(member.language or settings.LANGUAGE_CODE):
        return queue_mail(member.email, *words(), key=key) is not None
