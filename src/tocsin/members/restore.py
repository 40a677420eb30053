"""Bringing an earlier state of a record back. Each app registers for its own records how, by the same acts as by hand."""

from collections.abc import Callable
from typing import Any

from django.db import models, transaction
from django.utils.translation import gettext as _

from .models import Member, Revision
from .record import record_about
from .revise import State

# restorer(primary key of the record, the fields to bring back, by whom) -> what was made anew, if anything was
Restorer = Callable[[int, State, Member], models.Model | None]

_restorers: dict[str, Restorer] = {}


class CannotRestore(Exception):
    """The state cannot be brought back; `str(error)` says why and what to do instead."""


def restores(kind: str) -> Callable[[Restorer], Restorer]:
    """Registers how records of this kind, as the audit trail names it, get an earlier state back.

    The function goes through the acts of its app, with their checks and their entries in the audit trail.
    """

    def register(restorer: Restorer) -> Restorer:
        kept: Any = _restorers.setdefault(kind, restorer)
        if kept is not restorer:
            raise ValueError(f"two ways to restore a {kind}: {kept!r} and {restorer!r}")
        return restorer

    return register


def can_be_restored(revision: Revision) -> bool:
    """Whether there is a way; the acts may still refuse it."""
    return revision.words_gone_at is None and _kind_of(revision) in _restorers


@transaction.atomic
def restore(revision: Revision, by: Member) -> models.Model | None:
    """Gives the fields that the revision's act changed the values that they had before it.

    Of what was published a new version is made, which is given back. Raises CannotRestore, and whatever the acts of the record raise.
    """
    if revision.words_gone_at:
        raise CannotRestore(_("What stood here is gone for good and cannot be brought back."))
    if not can_be_restored(revision):
        raise CannotRestore(_("This cannot be brought back from here. Change it where it is kept."))
    kind, pk = revision.record.split()
    record_about(_case_of(revision), "revision.restored", revision.record, by, revision=revision.pk)
    return _restorers[kind](int(pk), dict(revision.before), by)


def _kind_of(revision: Revision) -> str:
    return revision.record.split()[0]


def _case_of(revision: Revision) -> int | None:
    kind, _space, pk = revision.within.partition(" ")
    return int(pk) if kind == "case" else None
