"""What is unsafe or unfinished in this installation, each with its mend."""

import shutil
import stat
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from urllib.parse import urlsplit

from django.conf import settings
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.utils import timezone

from tocsin.jobs.models import Job
from tocsin.members.chain import check_chain
from tocsin.members.models import Member, Role
from tocsin.members.second_factor import is_enrolled
from tocsin.opinions.choose import second_reader
from tocsin.opinions.endpoint_settings import EndpointSettings
from tocsin.opinions.errors import NotInstalled
from tocsin.post.errors import PostError
from tocsin.post.header_words import HeaderRefused, address
from tocsin.post.message_id import our_address
from tocsin.post.smtp import SmtpPostOffice

from . import kept_settings
from .finding import Finding
from .mail_checks import mail_findings
from .returns_checks import returns_findings

LOOPBACK = {"localhost", "127.0.0.1", "::1"}
SHORTEST_KEY = 40
OVERDUE = timedelta(minutes=5)
LEAST_ROOM = 200  # MB: a busy day's letters, and room to mend


def findings() -> list[Finding]:
    """Everything there is to say; a database that cannot be used ends the questions about its content."""
    found = [
        finding for check in (_room, _address, _secrets, _said, _mail, _second_reader) for finding in check()
    ]
    unusable = list(_database())
    return found + (unusable or [*_members(), *_jobs(), *_trail(), *_believed(), *returns_findings()])


def _room() -> Iterator[Finding]:
    left = shutil.disk_usage(settings.DATA).free // 2**20
    if left < LEAST_ROOM:
        yield Finding(
            "unsafe",
            f"{left} MB are left on the disk of {settings.DATA}: when it is full, no letter and no act can be stored.",
            "Make room, such as by moving backups/ elsewhere. What waits goes on by itself.",
        )


def _address() -> Iterator[Finding]:
    if settings.IS_HTTPS:
        return
    if urlsplit(settings.PUBLIC_URL).hostname in LOOPBACK:
        yield Finding(
            "unfinished",
            f"The public address is {settings.PUBLIC_URL}: only this machine can open it.",
            "Put a proxy with a certificate before it and set TOCSIN_PUBLIC_URL=https://your.domain",
        )
    else:
        yield Finding(
            "unsafe",
            f"The public address {settings.PUBLIC_URL} is not encrypted: letters and names can be read on the way.",
            "Put a proxy with a certificate before it and set TOCSIN_PUBLIC_URL=https://your.domain",
        )


def _secrets() -> Iterator[Finding]:
    if len(settings.SECRET_KEY) < SHORTEST_KEY:
        yield Finding(
            "unsafe",
            "TOCSIN_SECRET_KEY is short enough to be guessed.",
            "Leave it unset (a key is then made and kept in the data folder), or set 50 random characters.",
        )
    for path in (settings.DATA, settings.DATA / "secret.key", settings.DATA / kept_settings.FILE):
        if path.exists() and _others_may_read(path):
            yield Finding(
                "unsafe", f"Other accounts of this machine can read {path}.", f"chmod go-rwx {path}"
            )


def _said() -> Iterator[Finding]:
    """What the public is told of whoever runs this."""
    if not settings.LEGAL_NOTICE:
        what = "The page /legal does not say who answers for this site."
        yield Finding("unfinished", what, "Run: tocsin setup, or set TOCSIN_LEGAL_NOTICE")
    if not settings.PRIVACY_CONTACT:
        what = "The page /privacy names nobody whom supporters can ask about what is kept of them."
        yield Finding("unfinished", what, "Run: tocsin setup, or set TOCSIN_PRIVACY_CONTACT")


def _others_may_read(path: Path) -> bool:
    return bool(path.stat().st_mode & (stat.S_IRWXG | stat.S_IRWXO))


def _mail() -> Iterator[Finding]:
    if not (settings.SMTP_URL and settings.MAIL_FROM):
        yield Finding(
            "unfinished",
            f"Mail is not set up: outgoing letters stay in {settings.MAIL_FOLDER}.",
            "Set TOCSIN_SMTP_URL=smtps://user:password@your.server and TOCSIN_MAIL_FROM=you@your.domain",
        )
        return
    try:
        address(our_address())
        SmtpPostOffice.from_url(settings.SMTP_URL, timeout=10).check()
    except HeaderRefused as refusal:
        yield Finding("unsafe", f"TOCSIN_MAIL_FROM: {refusal}.", "Write it as you@your.domain")
    except ValueError as mistake:
        yield Finding("unsafe", "TOCSIN_SMTP_URL cannot be read.", str(mistake))
    except PostError as fault:
        yield Finding(
            "unfinished",
            f"No mail leaves: {fault.reason}.",
            "Mend the server or TOCSIN_SMTP_URL; letters wait.",
        )


def _believed() -> Iterator[Finding]:
    """Asked once there is mail to believe."""
    if settings.SMTP_URL and settings.MAIL_FROM:
        yield from mail_findings()


def _second_reader() -> Iterator[Finding]:
    """Whether it can be asked, and whether a text could leave this server."""
    if settings.SECOND_OPINION is None:
        return
    try:
        second_reader(settings.SECOND_OPINION, settings.ENDPOINT)
    except NotInstalled as missing:
        what, _stop, mend = str(missing).partition(". ")
        yield Finding("unfinished", f"The second reader cannot be asked: {what}.", mend or what)
        return
    if settings.SECOND_OPINION == "endpoint" and settings.ENDPOINT.is_elsewhere:
        yield from _endpoint_elsewhere(settings.ENDPOINT)


def _endpoint_elsewhere(endpoint: EndpointSettings) -> Iterator[Finding]:
    host = endpoint.parts.hostname
    if not endpoint.elsewhere:
        what = f"The second reader stands on another server, {host}: nothing is sent there."
        mend = "Use one on this machine, or set TOCSIN_ENDPOINT_ELSEWHERE=yes if texts may leave."
        yield Finding("unfinished", what, mend)
    elif endpoint.parts.scheme != "https":
        what = f"The way to the second reader at {host} is not encrypted: nothing is sent there."
        yield Finding("unfinished", what, "Set TOCSIN_ENDPOINT_URL to an address that begins with https://")
    else:
        what = f"Texts can leave this server: reports marked 'may leave this server' are sent to {host} when asked."
        mend = "If that is not wanted, unset TOCSIN_ENDPOINT_ELSEWHERE."
        yield Finding("note", what, mend)


def _database() -> Iterator[Finding]:
    try:
        executor = MigrationExecutor(connection)
        missing = executor.migration_plan(executor.loader.graph.leaf_nodes())
    except DatabaseError as fault:
        mend = "Start it, or correct TOCSIN_DATABASE_URL."
        yield Finding("unsafe", f"The database does not answer: {fault}".strip(), mend)
        return
    if missing:
        yield Finding("unsafe", "The database is empty or belongs to another version.", "Run: tocsin upgrade")


def _members() -> Iterator[Finding]:
    active = Member.objects.filter(is_active=True)
    if not active.filter(role=Role.ADMINISTRATOR).exists():
        mend = "Run: tocsin members add you@your.domain --role administrator"
        yield Finding("unfinished", "There is no administrator.", mend)
    for member in active:
        if not is_enrolled(member):
            yield Finding(
                "unfinished",
                f"{member.email} has no second factor yet.",
                f"It is set up at the first sign-in; a way in: tocsin members link {member.email}",
            )


def _jobs() -> Iterator[Finding]:
    waiting = Job.objects.filter(done_at__isnull=True, failed_at__isnull=True, attempts=0)
    if overdue := waiting.filter(run_after__lt=timezone.now() - OVERDUE).count():
        yield Finding("unfinished", f"Jobs wait and nobody does them: {overdue}.", "Run: tocsin work")
    if failed := Job.objects.filter(failed_at__isnull=False).exclude(error="").count():
        mend = "Their reasons stand in the desk under Deliveries, for 72 hours."
        yield Finding("unfinished", f"Jobs were given up: {failed}.", mend)


def _trail() -> Iterator[Finding]:
    chain = check_chain()
    if not chain.is_whole:
        mend = "Compare with a backup and with the mails that told its state; tell the organisation."
        yield Finding("unsafe", f"The audit trail was changed: entry {chain.broken_at} does not fit.", mend)
    if chain.unlinked:
        what = f"Entries of the audit trail that nobody linked into the chain: {chain.unlinked}."
        yield Finding("unfinished", what, "Run: tocsin work")
    if not settings.AUDIT_WITNESS:
        what = "Nobody outside keeps the state of the audit trail: who rules this machine could rewrite it whole."
        mend = "Set TOCSIN_AUDIT_WITNESS to a mail address on another server: it is told the state each day."
        yield Finding("unfinished", what, mend)
