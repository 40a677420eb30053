"""Requests for a second person as the desk lists them: what is asked, about which record, in which case."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext as _

from tocsin.actions.fingerprint import action_fingerprint
from tocsin.actions.models import Action
from tocsin.actions.words_wait.ask import words_fingerprint
from tocsin.actions.words_wait.gate import ACT as WORDS_CHANGED
from tocsin.cases.access import holds_on
from tocsin.cases.exchange.ask_export import ACT as EXPORT
from tocsin.cases.exchange.what_leaves import export_fingerprint
from tocsin.cases.models import Case
from tocsin.cases.second_person import RIGHT_FOR, case_fingerprint, fingerprint, more_fingerprint
from tocsin.cases.shown_more.gate import ACT as SHOWN_MORE
from tocsin.delivery.taken_out.take_out import ACT as TAKE_OUT
from tocsin.members.models import Member, Role, SecondPersonRequest
from tocsin.members.record import name_of
from tocsin.members.second_person import GOOD_FOR

from .asked_acts import ASKED_ACTS
from .typed_key import typed_key


@dataclass(frozen=True)
class Asked:
    """A request and the record that it is about."""

    request: SecondPersonRequest
    record: Action | Case

    @property
    def case(self) -> Case:
        return self.record.case if isinstance(self.record, Action) else self.record

    @property
    def what(self) -> str:
        words = {
            "action.published": _("Publish the action"),
            TAKE_OUT: _("Take letters out of the count"),
            "case.published": _("Give the case a public page"),
            EXPORT: _("Export the case"),
            SHOWN_MORE: _("Show more of a case that is public"),
            WORDS_CHANGED: _("Change an action that is public"),
        }
        wanted = self.request.wanted
        if self.request.act == SHOWN_MORE and wanted and all("wording" in wish for wish in wanted):
            return _("Change the words of a case that is public")
        if whole := ASKED_ACTS.get(self.request.act):
            return str(whole.what)
        return words[self.request.act]

    @property
    def fingerprint(self) -> str:
        """Of what would be made known now."""
        if self.request.act == TAKE_OUT:
            return fingerprint(self.request.wanted)
        if isinstance(self.record, Action) and self.request.act == WORDS_CHANGED:
            return words_fingerprint(self.record, self.request)
        if isinstance(self.record, Action) and (whole := ASKED_ACTS.get(self.request.act)):
            return whole.stands(self.record, self.request)
        if isinstance(self.record, Action):
            return action_fingerprint(self.record)
        if self.request.act == SHOWN_MORE:
            return more_fingerprint(self.record, self.request)
        if self.request.act == EXPORT:
            return export_fingerprint(self.record, self.request.why)
        return case_fingerprint(self.record)

    @property
    def good_until(self) -> datetime | None:
        """When an agreement ends by itself."""
        return self.request.answered_at + GOOD_FOR if self.request.answered_at else None

    @property
    def is_good(self) -> bool:
        """Whether the agreement can still be used: it is not spent, not too old, and nothing has changed since."""
        request = self.request
        answered = request.answered_at
        is_fresh = answered is not None and answered > timezone.now() - GOOD_FOR
        return bool(request.is_agreed and not request.used_at and is_fresh) and (
            request.fingerprint == self.fingerprint
        )


def asked_about(request: SecondPersonRequest) -> Asked | None:
    """None where the record is gone."""
    kind, _space, number = request.subject.partition(" ")
    key = typed_key(number)
    record: Action | Case | None = None
    if kind == "action":
        record = Action.objects.select_related("case").filter(pk=key).first()
    elif kind == "case":
        record = Case.objects.filter(pk=key).first()
    return Asked(request, record) if record else None


def asked_now(act: str, record: models.Model) -> Asked | None:
    """How this act stands: the request that waits, else an agreement that can still be used, else None."""
    unused = SecondPersonRequest.objects.filter(act=act, subject=name_of(record), used_at=None)
    recent = unused.filter(Q(answered_at=None) | Q(is_agreed=True, answered_at__gt=timezone.now() - GOOD_FOR))
    newest = recent.select_related("asked_by", "answered_by").order_by(
        F("answered_at").desc(nulls_first=True)
    )
    all_of_it = [asked for each in newest[:10] if (asked := asked_about(each))]
    return next((asked for asked in all_of_it if not asked.request.answered_at or asked.is_good), None)


def asked_of(member: Member) -> Iterator[Asked]:
    """What waits for this member's agreement."""
    open_requests = SecondPersonRequest.objects.filter(answered_at=None).exclude(asked_by=member)
    for each in map(asked_about, open_requests.select_related("asked_by")):
        if each and holds_on(each.case, member, RIGHT_FOR[each.request.act]):
            yield each


def asked_by(member: Member) -> Iterator[Asked]:
    """What this member asked for and nobody answered yet, or was answered within a day and not used."""
    since = timezone.now() - GOOD_FOR
    hers = SecondPersonRequest.objects.filter(asked_by=member, used_at=None)
    recent = hers.filter(Q(answered_at=None) | Q(answered_at__gt=since)).exclude(answered_by=member)
    for each in map(asked_about, recent.select_related("answered_by")):
        if each and holds_on(each.case, member, Role.VIEWER):
            yield each
