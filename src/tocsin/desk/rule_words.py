"""A rule in words, for whoever reads what was meant."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any
from urllib.parse import urlencode

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from tocsin.delivery.alarms.burst import WINDOW
from tocsin.delivery.models import Alarm, AlarmKind
from tocsin.delivery.taken_out.rule import UNCONFIRMED, Rule
from tocsin.language.calendar_words import moment_words


def rule_words(rule: Rule) -> str:
    """'from mailboxes at mail.example, written until 3 June 2026 10:00'."""
    return ", ".join(_parts(rule))


def _parts(rule: Rule) -> Iterator[str]:
    if rule.domain:
        yield _("from mailboxes at %s") % rule.domain
    if rule.words:
        yield _("with the words “%s”") % rule.words
    if rule.like:
        yield _("with one and the same text")
    if rule.who:
        yield _("not confirmed") if rule.who == UNCONFIRMED else _("confirmed from the mailbox")
    if rule.only_repeats:
        yield _("all but the first of each mailbox to each office")
    if rule.since:
        yield _("written since %s") % _moment(rule.since)
    yield _("written until %s") % _moment(rule.until)


def _moment(at: datetime) -> str:
    return moment_words(at, "yMMMd", language=get_language() or "en")


def query_of(alarm: Alarm) -> str:
    """What the form is filled in with to look at the letters of an alarm."""
    given: dict[str, Any] = {"look": 1, "since": (alarm.since - WINDOW).strftime("%Y-%m-%dT%H:%M")}
    if alarm.kind == AlarmKind.DOMAIN:
        given["domain"] = alarm.about
    if alarm.kind == AlarmKind.TEXT and alarm.letter_id:
        given = {"look": 1, "like": alarm.letter_id}
    return urlencode(given)
