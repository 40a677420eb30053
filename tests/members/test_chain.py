"""The audit trail is only added to, and shows it."""

import json
from typing import Any

import pytest
from django.db import DatabaseError, connection, transaction
from pytest_django import Settings

from tocsin.jobs.models import Job
from tocsin.members.append_only import statements
from tocsin.members.chain import check_chain, head, link_entries, stood
from tocsin.members.mind_the_chain import mind_the_chain
from tocsin.members.models import AuditEntry, Member
from tocsin.members.record import record

pytestmark = pytest.mark.django_db


@pytest.fixture
def three(ada: Member) -> list[AuditEntry]:
    entries = [record("tried", "record 1", ada, words="Ünï", n=n) for n in range(3)]
    link_entries()
    return [AuditEntry.objects.get(pk=entry.pk) for entry in entries]


def _tampered(sql: str, *given: object) -> None:
    """What somebody with the database in her hands could do: first the guard goes, then the entry."""
    guards = [s for s in statements(connection.vendor) if "audit_unchanged" in s]
    on = " ON members_auditentry" if connection.vendor == "postgresql" else ""
    with connection.cursor() as cursor:
        cursor.execute(f"DROP TRIGGER audit_unchanged{on}")
        cursor.execute(sql, given)
        cursor.execute(guards[0])


def test_each_entry_carries_the_hash_of_the_one_before(three: list[AuditEntry]) -> None:
    assert [entry.previous for entry in three[1:]] == [entry.hash for entry in three[:-1]]
    assert (check_chain().length, check_chain().is_whole) == (three[-1].link, True)
    assert head() == three[-1]


def test_an_act_links_what_it_noted_once_it_is_committed(
    ada: Member, django_capture_on_commit_callbacks: Any
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        entry = record("tried", "record 1", ada)
    entry.refresh_from_db()
    assert entry.link is not None


@pytest.mark.parametrize(
    ("column", "value"), [("act", "other"), ("subject", "record 2"), ("hash", "0" * 64), ("at", "2011-06-05")]
)
def test_a_changed_entry_is_found(three: list[AuditEntry], column: str, value: str) -> None:
    _tampered(f"UPDATE members_auditentry SET {column} = %s WHERE id = %s", value, three[1].pk)
    assert check_chain().broken_at == three[1].link


def test_an_entry_that_was_taken_out_is_found(three: list[AuditEntry]) -> None:
    _tampered("DELETE FROM members_auditentry WHERE id = %s", three[1].pk)
    assert check_chain().broken_at == three[2].link


def test_entries_cut_off_at_the_end_are_missed_by_whoever_kept_the_state(three: list[AuditEntry]) -> None:
    link, state = three[2].link or 0, three[2].hash
    assert stood(link, state)
    _tampered("DELETE FROM members_auditentry WHERE id = %s", three[2].pk)
    assert check_chain().is_whole
    assert not stood(link, state)


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE members_auditentry SET act = 'other'",
        "UPDATE members_auditentry SET link = link + 100",
        "DELETE FROM members_auditentry",
    ],
)
def test_the_database_itself_refuses(three: list[AuditEntry], sql: str) -> None:
    with connection.cursor() as cursor:
        for statement in statements(connection.vendor):
            if "audit_kept" in statement:
                cursor.execute(statement)
    with (
        pytest.raises(DatabaseError, match="only added to"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(sql)
    assert check_chain().is_whole


def test_the_state_is_told_outside_once_a_day(three: list[AuditEntry], settings: Settings) -> None:
    mind_the_chain({})
    assert not Job.objects.filter(kind="post.mail").exists()
    settings.AUDIT_WITNESS = "keeper@elsewhere.example"
    mind_the_chain({})
    mind_the_chain({})
    mail = Job.objects.get(kind="post.mail")
    assert mail.payload["to"] == "keeper@elsewhere.example"
    assert three[-1].hash in mail.payload["text"]
    assert "tried" not in json.dumps(mail.payload)


def test_no_witness_is_named_by_itself(settings: Settings) -> None:
    assert settings.AUDIT_WITNESS == ""
