"""Naming whom money goes to, and for what."""

from dataclasses import dataclass

from django.db import transaction

from tocsin.actions.access import must_publish
from tocsin.actions.errors import CannotChange
from tocsin.actions.models import Action
from tocsin.members.models import Member
from tocsin.members.record import record

from .doubts import doubt_about
from .models import Cause


@dataclass(frozen=True)
class CauseWords:
    """As typed, without blanks around; either `url` or `account` is given, or both."""

    owner: str
    purpose: str
    url: str
    account: str
    source: str


@transaction.atomic
def name_cause(action: Action, words: CauseWords, by: Member) -> Cause:
    """It waits for another publisher. Raises PermissionDenied, and CannotChange with a sentence."""
    must_publish(action, by)
    must_be_clear(action, words.owner, words.url, words.account)
    cause = Cause.objects.create(
        action=action,
        owner=words.owner,
        purpose=words.purpose,
        url=words.url,
        account=words.account,
        source=words.source,
        entered_by=by,
    )
    record("cause.named", cause, by, owner=cause.owner, source=cause.source)
    return cause


def must_be_clear(action: Action, owner: str, url: str, account: str) -> None:
    """Raises CannotChange where a report of the case speaks against it."""
    if doubt := doubt_about(action.case, owner, url, account):
        raise CannotChange(doubt)
