"""Mails to members, each in her own language, once."""

import pytest
from django.utils.translation import get_language

from tocsin.jobs.models import Job
from tocsin.members.choose_language import choose_language
from tocsin.members.models import AuditEntry, Member
from tocsin.members.write_to import Words, write_to

pytestmark = pytest.mark.django_db


def in_words() -> Words:
    return Words(f"in {get_language()}", "text")


def test_each_reads_it_in_her_own_language_and_once(petra: Member, rustam: Member) -> None:
    choose_language(rustam, "ru")
    assert write_to([petra, rustam], in_words, "news") == 2
    assert write_to([petra, rustam], in_words, "news") == 0
    sent = [
        (job.payload["to"], job.payload["subject"])
        for job in Job.objects.filter(kind="post.mail").order_by("pk")
    ]
    assert sent == [(petra.email, "in en"), (rustam.email, "in ru")]


def test_the_choice_stands_in_the_audit_once(rustam: Member) -> None:
    for _time in range(2):
        choose_language(rustam, "ru")
    rustam.refresh_from_db()
    assert rustam.language == "ru"
    assert AuditEntry.objects.get(act="member.language_chosen").member == rustam
