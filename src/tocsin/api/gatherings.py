"""Where people gather on the day that an action calls. What a host wishes to be coarse is as coarse here."""

from django.http import HttpRequest

from tocsin.actions.asks.gather.queries import day_view
from tocsin.actions.asks.gather.view import GatheringView
from tocsin.actions.models import Partner

from .asked import reads
from .seen import seen_action, whole


@reads
def api_gatherings(request: HttpRequest, partner: Partner, slug: str) -> dict[str, object]:
    day = day_view(seen_action(slug))
    if day is None:
        return {"first_day": None, "last_day": None, "gatherings": []}
    return {
        "first_day": day.first_day.isoformat(),
        "last_day": day.last_day.isoformat(),
        "gatherings": [_gathering(each) for each in day.gatherings],
    }


def _gathering(one: GatheringView) -> dict[str, object]:
    return {
        "url": whole("gathering", one.code),
        "title": one.title,
        "kind": one.kind,
        "is_online": one.is_online,
        "country": one.country or None,
        "city": one.city,
        "place": one.place,
        "starts_at": one.starts_at.isoformat(),
        "ends_at": one.ends_at.isoformat() if one.has_end else None,
        "zone": one.zone,
        "languages": one.languages,
        "going": one.going,
        "capacity": one.capacity,
        "turnout": one.turnout,
    }
