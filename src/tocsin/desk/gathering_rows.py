"""Gatherings as the desk looks at them: as they will be shown, with what to look at first."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils import timezone
from django.utils.translation import gettext as _

from tocsin.actions.asks.gather.barred import barred_countries
from tocsin.actions.asks.gather.check import flags
from tocsin.actions.asks.gather.describe import clock_words, hours_of, place_of, title_of
from tocsin.actions.asks.gather.models import CalledDay, Gathering, GatheringState, ReportState
from tocsin.cases.mask import Mask
from tocsin.cases.names import case_mask
from tocsin.language.zones import clock

# What waits stands first.
_ORDER = (
    GatheringState.PROPOSED,
    GatheringState.SHOWN,
    GatheringState.ASKED,
    GatheringState.REFUSED,
    GatheringState.WITHDRAWN,
)


@dataclass(frozen=True)
class GatheringRow:
    """`warnings` are sentences; `is_past` once it has begun."""

    gathering: Gathering
    title: str
    place: str
    hours: str
    clock: str
    warnings: tuple[str, ...]
    is_past: bool

    @property
    def waits(self) -> bool:
        return self.gathering.state == GatheringState.PROPOSED

    @property
    def also(self) -> str:
        """Its languages, how one gets in, what to bring."""
        told = (self.gathering.languages, self.gathering.accessibility, self.gathering.bring)
        return " · ".join(filter(None, told))

    @property
    def report_waits(self) -> bool:
        return self.gathering.report_state == ReportState.PROPOSED


def gathering_rows(day: CalledDay) -> list[GatheringRow]:
    mask = case_mask(day.action.case)
    found = Gathering.objects.filter(action=day.action).select_related("office", "added_by", "action__case")
    rows = [gathering_row(gathering, day, mask) for gathering in found]
    return sorted(rows, key=lambda row: (not row.report_waits, _ORDER.index(row.gathering.state)))


def waiting(rows: Iterable[GatheringRow]) -> int:
    """How many want to be looked at."""
    return sum(row.waits or row.report_waits for row in rows)


def gathering_row(gathering: Gathering, day: CalledDay, mask: Mask) -> GatheringRow:
    starts_at = gathering.starts_at.astimezone(clock(gathering.zone))
    return GatheringRow(
        gathering,
        title_of(gathering),
        place_of(gathering),
        hours_of(gathering),
        clock_words(starts_at, gathering.zone),
        tuple(_warnings(gathering, day, mask)),
        is_past=gathering.starts_at <= timezone.now(),
    )


def _warnings(gathering: Gathering, day: CalledDay, mask: Mask) -> list[str]:
    found = flags(gathering, day)
    typed = (gathering.city, gathering.place, gathering.link, gathering.languages, gathering.accessibility)
    if any(mask.touches(words) for words in (*typed, gathering.bring, gathering.told)):
        found.append(_("It holds a name that the case withholds; the public reads it without."))
    if gathering.country in barred_countries(day):
        found.append(_("Its country is marked as dangerous: it is neither shown nor counted."))
    return found
