"""Doing a job of kind `reports.second_opinion`: the reader is asked, and its suggestions join the review, undecided."""

from dataclasses import asdict, replace
from typing import Any

from django.db import transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _

from tocsin.members.record import record
from tocsin.opinions.ask import ask
from tocsin.opinions.asked import Asked, Opinion
from tocsin.terms.span import Span

from .codes import Use
from .decide import UNDER_REVIEW
from .draft_items import item_of
from .errors import CannotReview
from .known_names import known_names
from .models import OpinionState, Report, ReviewItem, SecondOpinion, Section
from .open_review import lay_out_items
from .queries import sentences
from .second_readers import reader_for


def take_second_opinion(payload: dict[str, Any]) -> None:
    """Asks outside any transaction, as it may take long. Called again for one that has ended it does nothing."""
    waiting = SecondOpinion.objects.filter(pk=payload["opinion"], state=OpinionState.WAITING)
    opinion = waiting.select_related("report").first()
    if opinion is not None:
        _store(opinion, _said_of(opinion.report, opinion.reader))


def _said_of(report: Report, name: str) -> Opinion:
    """Whether the report may be shown to the reader is asked anew: settings and its mark may have changed."""
    try:
        reader = reader_for(report)
    except CannotReview as why:
        return Opinion(name, failed=str(why))
    furniture = tuple(Span(s.start, s.end) for s in sentences(report) if s.use == Use.FURNITURE)
    known = known_names(report)
    return ask(Asked(report.text, report.language or None, known, furniture, report.may_leave), reader)


@transaction.atomic
def _store(opinion: SecondOpinion, said: Opinion) -> None:
    report = Report.objects.select_for_update().filter(pk=opinion.report_id).first()
    opinion_now = SecondOpinion.objects.filter(pk=opinion.pk, state=OpinionState.WAITING).first()
    if report is None or opinion_now is None:
        return
    if report.state not in UNDER_REVIEW:
        said = Opinion(said.reader, failed=_("the report is no longer under review"))
    new = _still_new(said, report)
    for section, items in _written(new).items():
        _append(report, section, items, new.reader)
    opinion_now.reader = new.reader  # another one may have been set up since it was asked for
    opinion_now.state = OpinionState.FAILED if new.failed else OpinionState.DONE
    opinion_now.remarks = [f"{new.failed.rstrip('.')}."] if new.failed else list(new.remarks)
    opinion_now.suggested, opinion_now.ended_at = new.count, timezone.now()
    opinion_now.save()
    record("report.second_opinion_taken", report, None, reader=new.reader, suggested=new.count)


def _still_new(said: Opinion, report: Report) -> Opinion:
    """Without whom a reviewer has added while the reader was thinking."""
    known = known_names(report)
    return replace(
        said,
        people=tuple(p for p in said.people if not known.has_person(p.name)),
        officials=tuple(o for o in said.officials if not known.has_person(o.name or "")),
        organisations=tuple(o for o in said.organisations if not known.has_body(o.name)),
    )


def _written(said: Opinion) -> dict[Section, list[dict[str, Any]]]:
    return {
        Section.PEOPLE: [asdict(person) for person in said.people],
        Section.OFFICIALS: [asdict(official) for official in said.officials],
        Section.ORGANISATIONS: [asdict(organisation) for organisation in said.organisations],
    }


def _append(report: Report, section: Section, items: list[dict[str, Any]], reader: str) -> None:
    """After all that stands in the section: what people decided keeps its place."""
    last = ReviewItem.objects.filter(report=report, section=section).aggregate(last=Max("position"))["last"]
    first = 0 if last is None else last + 1
    lay_out_items(report, [item_of(section, first + n, item) for n, item in enumerate(items)], reader)
