"""A gathering in words that everybody may read."""

from datetime import datetime, timedelta

from django.utils.text import capfirst
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from tocsin.cases.mask import Mask
from tocsin.language.countries import country_name
from tocsin.language.place_points import Point, points_of
from tocsin.language.zones import clock, zone_city

from .models import Gathering, ReportState, Where
from .view import GatheringView


def gathering_view(gathering: Gathering, mask: Mask, now: datetime) -> GatheringView:
    is_told = gathering.report_state == ReportState.SHOWN
    starts_at = gathering.starts_at.astimezone(clock(gathering.zone))
    online = gathering.where == Where.ONLINE
    return GatheringView(
        code=gathering.code,
        title=mask.text(title_of(gathering)),
        kind=capfirst(gathering.get_kind_display()),
        is_online=online,
        country="" if online else gathering.country,
        country_name="" if online else country_name(gathering.country, get_language() or "en"),
        city=mask.text(gathering.city),
        place=mask.text(place_of(gathering)),
        link=mask.address(gathering.link),
        day=gathering.on,
        hours=hours_of(gathering),
        clock=clock_words(starts_at, gathering.zone),
        zone=gathering.zone,
        starts_at=starts_at,
        ends_at=gathering.ends_at.astimezone(clock(gathering.zone)),
        has_end=gathering.ends is not None,
        capacity=gathering.capacity,
        going=gathering.going,
        languages=mask.text(gathering.languages),
        accessibility=mask.text(gathering.accessibility),
        bring=mask.text(gathering.bring),
        is_over=gathering.ends_at <= now,
        turnout=gathering.turnout if is_told else None,
        told=mask.text(gathering.told) if is_told else "",
        version=gathering.version,
        changed_at=gathering.changed_at,
        point=None if online else point_of(gathering),
    )


def title_of(gathering: Gathering) -> str:
    """'Picket: Embassy of Kazakhstan in London', 'Vigil in Oslo', 'Meeting online'."""
    kind = capfirst(gathering.get_kind_display())
    if gathering.where == Where.ONLINE:
        return _("%(kind)s online") % {"kind": kind}
    if gathering.office:
        return _("%(kind)s: %(office)s") % {"kind": kind, "office": gathering.office}
    return _("%(kind)s in %(city)s") % {"kind": kind, "city": gathering.city}


def place_of(gathering: Gathering) -> str:
    """As coarse as its host wished."""
    told = [words for words in (str(gathering.office or ""), gathering.place) if words]
    if gathering.city and not any(gathering.city in words for words in told):
        told.append(gathering.city)
    return ", ".join(told)


def hours_of(gathering: Gathering) -> str:
    starts = f"{gathering.starts:%H:%M}"
    return f"{starts}–{gathering.ends:%H:%M}" if gathering.ends else starts


def clock_words(moment: datetime, zone: str) -> str:
    """'Oslo time (UTC+1)', as it is on that day."""
    hours = (moment.utcoffset() or timedelta()) / timedelta(hours=1)
    offset = f"UTC{hours:+g}" if hours else "UTC"
    return _("%(city)s time (%(offset)s)") % {"city": zone_city(zone).replace("_", " "), "offset": offset}


def point_of(gathering: Gathering) -> Point | None:
    """Where its city lies: as coarse as that, never the house."""
    city = gathering.city or (gathering.office.city if gathering.office else "")
    return next(iter(points_of(city, gathering.country)), None)
