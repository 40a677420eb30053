"""Storing what has come in, before anybody looks into it."""

import hashlib
from dataclasses import dataclass, replace
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from tocsin.jobs.enqueue import enqueue, enqueue_and_do
from tocsin.members.models import Member, Role
from tocsin.members.record import record

from ..access import must_hold
from ..models import Arrival, ArrivalState, ArrivalWay, IntakeSource, Report
from ..seal import SealedBefore, refuse_if_sealed
from ..set_confidential import close_as_brought
from .quick import is_quick

KIND = "reports.read_arrival"
OPEN = (ArrivalState.WAITING, ArrivalState.READING, ArrivalState.FAILED)
AT_THE_DESK = (ArrivalWay.PASTE, ArrivalWay.UPLOAD)


@dataclass(frozen=True)
class Sent:
    """One file as it came in. `name` is its file name, subject or address; `published` is EDTF."""

    data: bytes
    name: str
    way: ArrivalWay
    published: str = ""
    publisher: str = ""
    source_url: str = ""
    may_leave: bool = False
    is_confidential: bool = False
    source: IntakeSource | None = None


@transaction.atomic
def arrive(sent: Sent, by: Member | None = None) -> Arrival:
    """Stores it and has it read: what is short and came by hand right after the commit, all else by a worker.

    Bytes that are a report already are known at once. Bytes that wait or failed before are that arrival again.
    Raises SealedBefore for what was sealed here and is brought in by hand; of what comes from a source only the
    reason is stored then.
    """
    must_hold(by, Role.CONTRIBUTOR)
    sha256 = hashlib.sha256(sent.data).hexdigest()
    try:
        refuse_if_sealed(sha256)
    except SealedBefore as why:
        if sent.way in AT_THE_DESK:
            raise
        return refuse(replace(sent, name="?", source_url=""), str(why), len(sent.data))
    if before := _before(sent, sha256):
        return once_more(before, sent)
    report = Report.objects.filter(sha256=sha256).only("pk").first()
    if report:
        reason = closed_now(report, sent.is_confidential, by)
        ended = {"state": ArrivalState.KNOWN, "report": report, "reason": reason}
        arrival = store(replace(sent, data=b""), by, sha256, len(sent.data), **ended)
    else:
        arrival = store(sent, by, sha256, len(sent.data), state=ArrivalState.WAITING)
        have_read(arrival, at_once=sent.way in AT_THE_DESK and is_quick(sent.data))
    return arrival


def closed_now(report: Report, is_confidential: bool, by: Member | None) -> str:
    """What to tell of a text that is here already, and was open to all until it came again as confidential; else empty."""
    if is_confidential and close_as_brought(report, by):
        return _(
            "It was here already, open to all members. From now on only whoever brought it in first and members who review may open it."
        )
    return ""


def store(sent: Sent, by: Member | None, sha256: str, size: int, **state: Any) -> Arrival:
    """One row; `state` says what became of it."""
    arrival = Arrival.objects.create(
        way=sent.way,
        source=sent.source,
        name=clean_name(sent.name),
        sha256=sha256,
        data=sent.data,
        size=size,
        published=sent.published,
        publisher=sent.publisher[:200],
        source_url=sent.source_url[:500],
        may_leave=sent.may_leave,
        is_confidential=sent.is_confidential,
        arrived_by=by,
        **state,
    )
    record("arrival.stored", arrival, by, way=str(sent.way), sha256=sha256)
    return arrival


def once_more(before: Arrival, sent: Sent) -> Arrival:
    """The same bytes again: kept to reviewers from now on, where whoever brings them now wants it so."""
    if sent.is_confidential and before.state in OPEN:
        before.is_confidential = True
        before.save(update_fields=["is_confidential"])
    return before


def have_read(arrival: Arrival, at_once: bool) -> None:
    """Puts the job down, in the caller's transaction."""
    (enqueue_and_do if at_once else enqueue)(KIND, {"arrival": arrival.pk})


def refuse(sent: Sent, reason: str, size: int) -> Arrival:
    """Notes what could not be taken in at all, such as a mail of 40 MB: it stays where it came from."""
    return Arrival.objects.create(
        way=sent.way,
        source=sent.source,
        name=clean_name(sent.name),
        sha256=hashlib.sha256(sent.data).hexdigest(),
        data=b"",
        size=size,
        source_url=sent.source_url[:500],
        state=ArrivalState.FAILED,
        reason=reason[:500],
    )


def _before(sent: Sent, sha256: str) -> Arrival | None:
    """The arrival of the same bytes that is still open; of a source's own, also one that has ended."""
    same = Arrival.objects.filter(sha256=sha256).defer("data")
    if sent.source is not None:
        ended = same.filter(source=sent.source)
        if sent.way == ArrivalWay.FOLDER:  # whoever puts a dismissed file there again wants it read
            ended = ended.exclude(state=ArrivalState.DISMISSED)
        if found := ended.first():
            return found
    return open_arrival(sha256)


def open_arrival(sha256: str) -> Arrival | None:
    """What waits with these very bytes, or waits with the reason why they could not be read."""
    same = Arrival.objects.filter(sha256=sha256, state__in=OPEN).defer("data")
    return same.exclude(data=b"").first()


def clean_name(name: str) -> str:
    """On one line, and without the signs that no database takes."""
    return (" ".join(name.replace("\x00", "").split()) or "?")[:300]
