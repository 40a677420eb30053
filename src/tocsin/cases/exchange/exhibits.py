"""The reports of a case as numbered exhibits."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from mimetypes import guess_extension
from pathlib import PurePosixPath

from django.db.models import QuerySet
from django.db.models.functions import Length
from django.utils.translation import gettext as _

from tocsin.reports.models import Arrival, ArrivalState, Report
from tocsin.terms.case_file import Exhibit

from ..case_claims import source
from ..mask import Mask
from ..models import Case
from .public_fields import PUBLIC_OF_EXHIBIT

FOLDER = "exhibits"


@dataclass(frozen=True)
class Numbered:
    """`key` is that of the report."""

    key: int
    exhibit: Exhibit


def exhibits_of(case: Case, mask: Mask | None) -> tuple[Numbered, ...]:
    """By date of publication, then as they came in. In public no more than how each is cited, and no sealed one."""
    reports = list(in_order(case).annotate(size=Length("original")).defer("original", "text", "draft"))
    if mask:
        reports = [report for report in reports if report.sealed_at is None]
    numbers = {report.pk: place for place, report in enumerate(reports, 1)}
    ways = _ways(case)
    found = (
        Numbered(r.pk, _exhibit(r, numbers, ways.get(r.pk, ""), getattr(r, "size", 0), mask)) for r in reports
    )
    return tuple(_cleared(found) if mask else found)


def in_order(case: Case) -> QuerySet[Report]:
    """The order of the exhibits, which numbers them."""
    return case.reports.order_by("published", "received_at", "pk")


def exhibit_file(number: int, report: Report) -> str:
    """Its name says nothing of what is in it: the name it came with may hold a person's."""
    ending = guess_extension(report.media_type.split(";")[0]) or PurePosixPath(report.name).suffix[:6]
    return f"{FOLDER}/E{number:03d}-{report.sha256[:12]}{ending if ending.isascii() else ''}"


def _exhibit(report: Report, numbers: Mapping[int, int], way: str, size: int, mask: Mask | None) -> Exhibit:
    cited = source(report, mask)
    number, sealed = numbers[report.pk], report.sealed_at
    return Exhibit(
        number=number,
        label=cited.label,
        publisher=cited.publisher,
        published=report.published,
        received_at=report.received_at.isoformat(timespec="seconds"),
        received_how=way,
        url=cited.url,
        language=report.language,
        media_type=report.media_type,
        size=size,
        sha256=report.sha256,
        file="" if sealed else exhibit_file(number, report),
        repeats=numbers.get(report.repeats_id or 0),
        sealed=_("Sealed on %(day)s: its words are gone, its hash stays.") % {"day": sealed.date()}
        if sealed
        else "",
    )


def _cleared(found: Iterable[Numbered]) -> Iterable[Numbered]:
    for each in found:
        kept = {name: getattr(each.exhibit, name) for name in PUBLIC_OF_EXHIBIT}
        yield replace(each, exhibit=Exhibit(**kept))


def _ways(case: Case) -> dict[int, str]:
    """How each report came in, in words: the arrival that was read, else the first; what came again is no way in."""
    arrivals = Arrival.objects.filter(report__cases=case).defer("data").select_related("source")
    latest_first = arrivals.order_by("-arrived_at", "-pk")
    in_turn = sorted(latest_first, key=lambda arrival: arrival.state == ArrivalState.READ)
    return {a.report_id: _way(a) for a in in_turn if a.report_id}


def _way(arrival: Arrival) -> str:
    return f"{arrival.get_way_display()}: {arrival.source}" if arrival.source else arrival.get_way_display()
