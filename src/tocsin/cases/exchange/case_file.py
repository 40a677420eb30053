"""A case gathered for whom it is for: a lawyer, or everybody."""

from datetime import date
from typing import Any

from django.conf import settings
from django.utils import timezone

from tocsin.terms.case_file import CaseFile

from ..models import Case, SubjectKind
from ..names import case_mask
from ..queries import case_view
from ..view import CaseView, SubjectView
from .exhibits import exhibits_of
from .logs import deadlines_of, inquiries_of, inquiry_numbers, remedies_of
from .subjects import Gathered


def case_file(case: Case, public: bool, made_on: date | None = None) -> CaseFile:
    """All that may leave of a case. In public: by the allow-list, what may be shown, through the mask."""
    view = case_view(case, public=public)
    mask = case_mask(case) if public else None
    exhibits = () if public and case.frozen_at else exhibits_of(case, mask)
    gathered = Gathered(case, view, mask, {e.key: e.exhibit.number for e in exhibits}, inquiry_numbers(case))
    return CaseFile(
        key=case.pk,
        slug=mask.text(case.slug) if mask else case.slug,
        title=view.title,
        country=view.country,
        country_name=view.country_name,
        assessment=view.assessment,
        is_public=public,
        made_on=(made_on or timezone.now().date()).isoformat(),
        organisation=settings.ORGANISATION,
        exhibits=tuple(e.exhibit for e in exhibits),
        **_subjects(gathered, view),
        **({} if public else _logs(case)),
    )


def _subjects(gathered: Gathered, view: CaseView) -> dict[str, Any]:
    parts: dict[str, tuple[str, tuple[SubjectView, ...]]] = {
        "people": (SubjectKind.PERSON, view.people),
        "groups": (SubjectKind.GROUP, view.groups),
        "incidents": (SubjectKind.INCIDENT, view.incidents),
        "statements": (SubjectKind.STATEMENT, tuple(s for t in view.statements for s in t.statements)),
        "demands": (SubjectKind.DEMAND, view.demands),
        "asks": (SubjectKind.ASK, view.asks),
        "offices": (SubjectKind.OFFICE, view.offices),
        "officials": (SubjectKind.OFFICIAL, view.officials),
        "organisations": (SubjectKind.ORGANISATION, view.organisations),
        "links": (SubjectKind.LINK, view.links),
    }
    return {name: gathered.subjects(kind, views) for name, (kind, views) in parts.items()}


def _logs(case: Case) -> dict[str, Any]:
    return {
        "inquiries": inquiries_of(case),
        "remedies": remedies_of(case),
        "deadlines": deadlines_of(case),
    }
