"""Doing a job of kind `reports.read_arrival`: bytes that wait become one report, or say why they cannot."""

import logging
import traceback
from typing import Any

from django.db import IntegrityError, connection, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from tocsin.intake.errors import Unreadable
from tocsin.language.asks_confidence import asks_confidence
from tocsin.members.record import record
from tocsin.reading.read import read_bytes
from tocsin.terms.draft import Draft

from ..came import report_came
from ..models import Arrival, ArrivalState, Report
from ..receive import from_draft
from ..repeats.find import have_repeats_found
from ..seal import SealedBefore, refuse_if_sealed
from .arrive import AT_THE_DESK, closed_now

logger = logging.getLogger(__name__)

TO_READ = (ArrivalState.WAITING, ArrivalState.READING)
MOST_TRIES = 5  # a file at which the reader died so often is left alone


def read_arrival(payload: dict[str, Any]) -> None:
    """Reads outside any transaction. Called again it goes on where the one before was ended, or does nothing."""
    arrival = _begin(payload["arrival"])
    if arrival is None:
        return
    try:
        draft = read_bytes(bytes(arrival.data), arrival.name, arrival.published or None)
    except Unreadable as why:
        _fail(arrival.pk, f"{str(why).rstrip('.')}.")
    except Exception as fault:
        # What was in the file is left out of the log.
        where = "".join(traceback.format_tb(fault.__traceback__))
        logger.error("the reader met a fault at arrival %s: %s\n%s", arrival.pk, type(fault).__name__, where)
        _fail(arrival.pk, _("The reader met a fault at this file. It is kept: try again after an update."))
    else:
        _store(arrival.pk, draft)


@transaction.atomic
def _begin(pk: int) -> Arrival | None:
    """None where there is nothing left to read."""
    arrival = _held(pk, TO_READ)
    if arrival is None or _is_known(arrival):
        return None
    arrival.tries += 1
    arrival.state, arrival.began_at, arrival.reason = ArrivalState.READING, timezone.now(), ""
    if arrival.tries > MOST_TRIES:
        arrival.state = ArrivalState.FAILED
        arrival.reason = _("The reader was ended each time that it tried to read this file.")
    arrival.save()
    return arrival if arrival.state == ArrivalState.READING else None


@transaction.atomic
def _fail(pk: int, reason: str) -> None:
    if arrival := _held(pk, (ArrivalState.READING,)):
        arrival.state, arrival.reason = ArrivalState.FAILED, reason[:500]
        arrival.save(update_fields=["state", "reason"])
        record("arrival.failed", arrival, None)


@transaction.atomic
def _store(pk: int, draft: Draft) -> None:
    """The report and the word that it is there, or neither."""
    arrival = _held(pk, (ArrivalState.READING,))
    if arrival is None or _is_known(arrival):
        return
    report = _report(arrival, draft)
    _one_at_a_time(report.text_print)
    try:
        refuse_if_sealed(report.sha256, report.text_print)
    except SealedBefore as why:
        return _sealed_before(arrival, str(why))
    if report.text_print and (same := Report.objects.filter(text_print=report.text_print).first()):
        return _known_by_its_words(arrival, same)
    try:
        with transaction.atomic():
            report.save()
    except IntegrityError:  # the same bytes came in by the command line in the same moment
        _is_known(arrival)
        return
    record(
        "report.received",
        report,
        arrival.arrived_by,
        name=report.name,
        may_leave=report.may_leave,
        is_confidential=report.confidential_at is not None,
    )
    have_repeats_found(report)
    report_came(report)
    _end(arrival, ArrivalState.READ, report, b"")


def _one_at_a_time(text_print: str) -> None:
    """Two files of the same words are stored one after the other; SQLite has one writer at a time anyway."""
    if text_print and connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [text_print])


def _held(pk: int, states: tuple[ArrivalState, ...]) -> Arrival | None:
    return Arrival.objects.select_for_update().filter(pk=pk, state__in=states).first()


def _report(arrival: Arrival, draft: Draft) -> Report:
    return Report(
        name=arrival.name,
        publisher=arrival.publisher,
        source_url=arrival.source_url,
        received_by=arrival.arrived_by,
        received_at=arrival.arrived_at,
        sha256=arrival.sha256,
        original=bytes(arrival.data),
        may_leave=arrival.may_leave,
        confidential_at=timezone.now() if _is_confidential(arrival, draft.source.text) else None,
        **from_draft(draft),
    )


def _is_confidential(arrival: Arrival, text: str) -> bool:
    """Whoever brings a text in by hand is asked; of what comes by itself, its own words decide."""
    return arrival.is_confidential or (arrival.way not in AT_THE_DESK and bool(asks_confidence(text)))


def _is_known(arrival: Arrival) -> bool:
    """Whether these very bytes are a report; then the report keeps them, and the arrival need not."""
    report = Report.objects.filter(sha256=arrival.sha256).first()
    if report is not None:
        arrival.reason = closed_now(report, arrival.is_confidential, arrival.arrived_by)
        _end(arrival, ArrivalState.KNOWN, report, b"")
    return report is not None


def _known_by_its_words(arrival: Arrival, report: Report) -> None:
    """Other bytes of the same words stay with the arrival: they may be asked for as evidence."""
    same = _("The same words as a report that is here already, in another file.")
    closed = closed_now(report, arrival.is_confidential, arrival.arrived_by)
    arrival.reason = f"{same} {closed}".strip()
    _end(arrival, ArrivalState.KNOWN, report, bytes(arrival.data))


def _sealed_before(arrival: Arrival, why: str) -> None:
    """Nothing of it is kept but its hash and the reason."""
    arrival.state, arrival.reason, arrival.data = ArrivalState.DISMISSED, why[:500], b""
    arrival.name, arrival.publisher, arrival.source_url = "?", "", ""
    arrival.save()


def _end(arrival: Arrival, state: ArrivalState, report: Report, data: bytes) -> None:
    arrival.state, arrival.report, arrival.data = state, report, data
    arrival.save()
