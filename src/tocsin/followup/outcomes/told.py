"""What the public reads of outcomes: each with its day and where it is known from."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from tocsin.actions.models import VISIBLE, Action
from tocsin.cases.mask import Mask
from tocsin.cases.models import Case
from tocsin.cases.names import case_mask
from tocsin.followup.models import Outcome
from tocsin.reports.label import cited


@dataclass(frozen=True)
class ToldOutcome:
    """`source` in words; `url` leads to it where it is on the web."""

    kind: str
    label: str
    on: date
    text: str
    effect: str
    source: str
    url: str
    silent_days: int | None
    number: int
    recorded_at: datetime


def outcomes_of_action(action: Action) -> list[ToldOutcome]:
    """In the order of their days. Names that the case withholds are out."""
    return _told(Outcome.objects.filter(action=action), action.case)


def outcomes_of_case(case: Case) -> list[ToldOutcome]:
    """Of all its actions that the public sees."""
    return _told(Outcome.objects.filter(action__case=case, action__state__in=VISIBLE), case)


def _told(outcomes: QuerySet[Outcome], case: Case) -> list[ToldOutcome]:
    standing = outcomes.filter(taken_back_at=None).select_related("report", "inquiry")
    mask = case_mask(case)
    return [_one(outcome, mask) for outcome in standing]


def _one(outcome: Outcome, mask: Mask) -> ToldOutcome:
    source, url = _source(outcome, mask)
    return ToldOutcome(
        kind=outcome.kind,
        label=outcome.get_kind_display(),
        on=outcome.happened_on,
        text=mask.text(outcome.text),
        effect=outcome.effect,
        source=mask.text(source),
        url=mask.address(url),
        silent_days=outcome.silent_days,
        number=outcome.pk,
        recorded_at=outcome.recorded_at,
    )


def _source(outcome: Outcome, mask: Mask) -> tuple[str, str]:
    """In words, and its address; a sealed report and a withdrawn inquiry have lost their words."""
    if report := outcome.report:
        return cited(report)
    if inquiry := outcome.inquiry:
        how = inquiry.get_channel_display()
        said = _("our inquiry at %(office)s (%(how)s) on %(day)s")
        day = timezone.localdate(inquiry.asked_at).isoformat()
        return said % {"office": inquiry.office_name, "how": how, "day": day}, ""
    return (mask.address(outcome.link) or _("a page on the web"), outcome.link)
