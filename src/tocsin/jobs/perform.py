"""Doing one job that was taken, and recording how it ended."""

import logging
import traceback

from . import finish
from .errors import GiveUp, OnHold, Retry, in_words, is_no_room
from .handlers import handler_for
from .models import Job
from .timetable import waits_once_more

logger = logging.getLogger(__name__)

MOST_ATTEMPTS = 100
MOST_ATTEMPTS_AFTER_A_FAULT = 10


def perform(job: Job) -> None:
    """Never raises for what a handler does."""
    if job.attempts > MOST_ATTEMPTS:
        return finish.give_up(job, job.error or "the worker ended each time that it tried")
    try:
        if not waits_once_more(job):
            _handle(job)
    except OnHold as hold:
        finish.hold(job, hold.reason, hold.seconds)
    except Retry as retry:
        finish.put_off(job, retry.reason, retry.seconds)
    except GiveUp as refusal:
        finish.give_up(job, refusal.reason)
    except Exception as fault:
        _after_a_fault(job, fault)
    else:
        finish.done(job)


def _handle(job: Job) -> None:
    handle = handler_for(job.kind)
    if handle is None:
        raise Retry(f"this version knows no job of kind '{job.kind}'")
    handle(job.payload)


def _wait_for_room(job: Job, fault: Exception) -> None:
    """That says nothing about the job: it is not given up for it, however long the disk is full."""
    logger.warning("job %s (%s) waits for room, or for the database (%s)", job.pk, job.kind, in_words(fault))
    finish.put_off(job, f"{type(fault).__name__}: {fault}")


def _after_a_fault(job: Job, fault: Exception) -> None:
    if is_no_room(fault):
        return _wait_for_room(job, fault)
    # The message is left out of the log: it may quote an address or a letter.
    where = "".join(traceback.format_tb(fault.__traceback__))
    logger.error("job %s (%s) met a fault: %s\n%s", job.pk, job.kind, type(fault).__name__, where)
    reason = f"{type(fault).__name__}: {fault}"
    if job.attempts >= MOST_ATTEMPTS_AFTER_A_FAULT:
        finish.give_up(job, reason)
    else:
        finish.put_off(job, reason)
