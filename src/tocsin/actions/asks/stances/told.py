"""Stances side by side, as the public reads them."""

from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from tocsin.cases.mask import Mask
from tocsin.cases.models import Case
from tocsin.cases.names import case_mask
from tocsin.reports.label import cited

from .models import Stance, StanceKind


@dataclass(frozen=True)
class ToldStance:
    """`source` in words; `url` leads to it where it is on the web."""

    organisation: str
    words: str
    said_on: date | None
    source: str
    url: str


@dataclass(frozen=True)
class Side:
    """All that are reported on one side."""

    kind: str
    label: str
    stances: tuple[ToldStance, ...]


def standing(case: Case) -> QuerySet[Stance]:
    return case.stances.filter(taken_back_at=None).select_related("report")


def sides(case: Case) -> list[Side]:
    """For, against and silent, in this order; none while the case is frozen, none where nothing is reported.

    Names that the case withholds are out.
    """
    found = [] if case.frozen_at else list(standing(case))
    if not found:
        return []
    mask = case_mask(case)
    return [
        Side(kind.value, str(kind.label), tuple(_told(one, mask) for one in found if one.kind == kind))
        for kind in StanceKind
    ]


def _told(stance: Stance, mask: Mask) -> ToldStance:
    source, url = _source(stance, mask)
    return ToldStance(
        organisation=mask.text(stance.organisation),
        words=mask.text(stance.words),
        said_on=stance.said_on,
        source=mask.text(source),
        url=mask.address(url),
    )


def _source(stance: Stance, mask: Mask) -> tuple[str, str]:
    """A sealed report has lost its words."""
    if report := stance.report:
        return cited(report)
    return (mask.address(stance.link) or _("a page on the web"), stance.link)
