"""One subject of a case as a page sees it; None where what it stands on may not be seen."""

from collections.abc import Callable

from tocsin.reports.codes import AskKind

from .models import Subject
from .view import (
    AskView,
    DemandView,
    GroupView,
    IncidentView,
    LinkView,
    OfficeView,
    StatementView,
    SubjectView,
    Values,
)


def plain_view(subject: Subject, values: Values) -> SubjectView | None:
    return SubjectView(subject.pk, values) if values else None


def group_view(subject: Subject, values: Values) -> GroupView | None:
    seen = SubjectView(subject.pk, values)
    return GroupView(subject.pk, values, label=seen.text("label")) if seen.text("label") else None


def incident_view(subject: Subject, values: Values) -> IncidentView | None:
    """An incident without its type says nothing."""
    seen = SubjectView(subject.pk, values)
    kind = seen.raw("type")
    if not kind:
        return None
    return IncidentView(
        subject.pk,
        values,
        type=kind,
        label=seen.text("type"),
        date=seen.raw("date") or "",
        date_words=seen.text("date"),
    )


def statement_view(subject: Subject, values: Values) -> StatementView | None:
    """Nobody's words are shown without whose they are."""
    seen = SubjectView(subject.pk, values)
    if not seen.text("gist") or not seen.text("speaker"):
        return None
    return StatementView(
        subject.pk,
        values,
        speaker=seen.text("speaker"),
        gist=seen.text("gist"),
        refused=bool(seen.raw("refused")),
        contradicts=subject.contradicts_id,
    )


def demand_view(subject: Subject, values: Values) -> DemandView | None:
    seen = SubjectView(subject.pk, values)
    if not seen.text("text"):
        return None
    return DemandView(subject.pk, values, wording=seen.text("text"), addressed_to=seen.text("addressed_to"))


def ask_view(subject: Subject, values: Values) -> AskView | None:
    seen = SubjectView(subject.pk, values)
    kind = seen.raw("kind")
    if not kind:
        return None
    return AskView(
        subject.pk,
        values,
        kind=kind,
        label=str(AskKind(kind).label),
        audience=seen.text("audience"),
        when=seen.raw("when") or "",
        deadline=seen.raw("deadline") or "",
    )


def office_view(subject: Subject, values: Values, say: Callable[[str], str]) -> OfficeView | None:
    if not values or subject.office is None:
        return None
    seen = SubjectView(subject.pk, values)
    return OfficeView(
        subject.pk,
        values,
        office=subject.office.pk,
        name=say(str(subject.office)),
        kind=subject.office.kind,
        role=seen.raw("role") or "",
    )


def link_view(subject: Subject, values: Values) -> LinkView | None:
    seen = SubjectView(subject.pk, values)
    if not seen.text("url"):
        return None
    return LinkView(subject.pk, values, url=seen.text("url"), kind=seen.raw("kind") or "other")
