"""Which rows speak of one mission, and what is kept of each."""

from collections import defaultdict
from collections.abc import Iterable
from urllib.parse import urlsplit

from .records import EMBASSY_LIKE, WIKIDATA, Contact, Counts, Mission

APART_DEGREES = 0.02  # about 2 km
FAR_DEGREES = 0.5


def one_each(missions: Iterable[Mission], counts: Counts) -> list[Mission]:
    """Rows of one source made one mission where they are the same: sender, host, work, and city or a contact."""
    groups: dict[tuple[str, str, bool], list[Mission]] = defaultdict(list)
    for mission in missions:
        groups[mission.sender, mission.host, mission.kind in EMBASSY_LIKE].append(mission)
    kept: list[Mission] = []
    for group in groups.values():
        found: list[Mission] = []
        for mission in sorted(group, key=_first):
            twin = next((other for other in found if is_same(other, mission)), None)
            if twin is None:
                found.append(mission)
                continue
            counts["rows merged: the same mission twice"] += 1
            _take(twin, mission)
        kept += found
    return kept


def is_same(one: Mission, other: Mission) -> bool:
    """Embassies to different countries under one roof are two: Rome to Italy and to the Holy See."""
    if one.kind != other.kind or not (one.serves == other.serves or (one.serves_host and other.serves_host)):
        return False
    if _far(one, other):
        return False
    city = bool(one.city) and one.city == other.city
    return (
        city
        or bool(one.reached_by() & other.reached_by())
        or _close(one, other)
        or _only_one_has_a_place(one, other)
    )


def _close(one: Mission, other: Mission) -> bool:
    apart = _apart(one, other)
    return apart is not None and apart <= APART_DEGREES


def _far(one: Mission, other: Mission) -> bool:
    """'Chūō-ku' is a ward of many a city."""
    apart = _apart(one, other)
    return apart is not None and apart > FAR_DEGREES


def _apart(one: Mission, other: Mission) -> float | None:
    """Degrees, None where a place is unknown."""
    if one.latitude is None or one.longitude is None or other.latitude is None or other.longitude is None:
        return None
    return max(abs(one.latitude - other.latitude), abs(one.longitude - other.longitude))


def _only_one_has_a_place(one: Mission, other: Mission) -> bool:
    """'the embassy', and 'the embassy in Brasília': a second embassy would be told apart by its place."""
    return one.kind == "embassy" and not (one.city and other.city)


def _first(mission: Mission) -> tuple[bool, bool, bool, int, str]:
    """Stated before inferred, placed before unplaced, more contacts before fewer."""
    return (
        mission.inferred,
        not mission.city,
        mission.latitude is None,
        -len(mission.contacts),
        mission.key.rjust(12),
    )


def _take(kept: Mission, other: Mission) -> None:
    """All that the second row knows goes to the first."""
    kept.merged.append(other.key)
    kept.serves = sorted({*kept.serves, *other.serves})
    kept.inferred = kept.inferred and other.inferred
    kept.city = kept.city or other.city
    if other.label and other.label not in kept.label.split(" / "):
        kept.label = f"{kept.label} / {other.label}" if kept.label else other.label
    if kept.latitude is None:
        kept.latitude, kept.longitude = other.latitude, other.longitude
    known = {_same_reach(contact) for contact in kept.contacts}
    kept.contacts += [contact for contact in other.contacts if _same_reach(contact) not in known]
    kept.doubt = kept.doubt and other.doubt


def joined(wikidata: list[Mission], official: list[Mission], counts: Counts) -> list[Mission]:
    """Official rows take the key, and where they name none the city, of Wikidata's row for the same mission."""
    by_pair: dict[tuple[str, str], list[Mission]] = defaultdict(list)
    for mission in wikidata:
        by_pair[mission.sender, mission.host].append(mission)
    for mission in official:
        twin = _twin(mission, by_pair[mission.sender, mission.host])
        if twin is None:
            mission.key = "-".join((mission.sender, mission.host, mission.city or mission.style))
            counts["official rows of missions that Wikidata has not"] += 1
            continue
        counts["official rows of missions that Wikidata has too"] += 1
        mission.key = twin.key
        mission.city = twin.city = twin.city or mission.city
        mission.label, mission.latitude, mission.longitude = twin.label, twin.latitude, twin.longitude
        stated = {_same_reach(contact) for contact in mission.contacts}
        twin.contacts = [contact for contact in twin.contacts if _same_reach(contact) not in stated]
        twin.kind = mission.kind
    return [*wikidata, *_one_a_key(official)]


def _one_a_key(official: list[Mission]) -> list[Mission]:
    """One post that a list names twice, once for each country that it serves."""
    found: dict[str, Mission] = {}
    for mission in official:
        kept = found.setdefault(mission.key, mission)
        if kept is not mission:
            _take(kept, mission)
            kept.merged = []
    return list(found.values())


def _twin(mission: Mission, candidates: list[Mission]) -> Mission | None:
    if mission.kind == "consulate":
        same = [c for c in candidates if c.kind == "consulate" and c.city == mission.city]
    else:
        served = set(mission.serves) - {"UN"}
        moved = [c for c in candidates if mission.city and c.city and c.city != mission.city]
        same = [c for c in candidates if c.kind != "consulate" and served & set(c.serves) and c not in moved]
        same.sort(
            key=lambda c: (-len(served & set(c.serves)), c.city != mission.city, "local" in c.style, c.key)
        )
    return next((c for c in same if c.source == WIKIDATA), None)


def _same_reach(contact: Contact) -> tuple[str, str]:
    """Websites are the same where their hosts are."""
    if contact.channel == "web":
        return "web", urlsplit(contact.value).netloc.removeprefix("www.")
    return contact.channel, contact.value.lower()
