"""Posts of the base tables that a later statement calls closed, suspended or moved away, and posts that it leaves out."""

from collections.abc import Iterable, Mapping

from .records import EMBASSY_LIKE, FACTBOOK, WIKIDATA, WIKIDATA_DATE, Counts, Mission

CLOSING = frozenset({"closed", "suspended", "relocated", "no_relations"})
NOT_IN_LIST = "not in the list of embassies in Washington of January 2026"
ELSEWHERE = "the list of embassies of January 2026 has it in another city"
NO_EMBASSY = "a consulate of a state without an embassy in the list of January 2026"
NO_POST = "the United States name no post there in January 2026"
Row = Mapping[str, str]


def closed_missions(missions: Iterable[Mission], exceptions: Iterable[Row], counts: Counts) -> None:
    """`until` of a mission is the day from which the exception holds, the source's date where none is stated."""
    holding = {
        (row["sender"], row["receiver"], row["kind"]): row["valid_from"] or row["date"]
        for row in exceptions
        if row["kind"] in CLOSING and row["host"] != row["receiver"]
    }
    for mission in missions:
        if mission.source != WIKIDATA or mission.kind not in EMBASSY_LIKE:
            continue
        days = [holding.get((mission.sender, mission.host, kind), "") for kind in CLOSING]
        mission.until = min(filter(None, days), default="")
        counts["missions that an exception ends"] += bool(mission.until)
        _broken_off(mission, holding, counts)


def _broken_off(mission: Mission, holding: Mapping[tuple[str, str, str], str], counts: Counts) -> None:
    """Countries that an embassy elsewhere is said to serve, though relations had ended before the table was made."""
    for code in [code for code in mission.serves if code != mission.host]:
        day = holding.get((mission.sender, code, "no_relations"), "")
        if day and day < WIKIDATA_DATE and len(mission.serves) > 1:
            mission.serves.remove(code)
            counts["countries no longer served from elsewhere: relations had been broken off"] += 1


def stale_in_the_lists(missions: list[Mission], counts: Counts) -> None:
    """Both sides of the Factbook are whole lists: an embassy that only Wikidata has is doubtful."""
    listed: dict[tuple[str, str], set[str]] = {}
    for mission in missions:
        if mission.source == FACTBOOK and mission.kind != "consulate" and mission.serves_host:
            listed.setdefault((mission.sender, mission.host), set()).add(mission.key)
    interests = {
        (m.sender, m.host) for m in missions if m.source == FACTBOOK and m.style == "interests section"
    }
    for mission in missions:
        if mission.source == WIKIDATA and not mission.until and not mission.doubt:
            pair = mission.sender, mission.host
            mission.doubt = _stale(mission, listed.get(pair), pair in interests)
            if mission.doubt:
                counts[f"doubtful: {mission.doubt}"] += 1


def _stale(mission: Mission, listed: set[str] | None, has_interests_section: bool) -> str:
    """Why the lists make a mission doubtful; '' where they do not."""
    if not mission.serves_host or "US" not in (mission.sender, mission.host):
        return ""
    if mission.kind == "consulate":
        return NO_EMBASSY if mission.host == "US" and (listed is None or has_interests_section) else ""
    if mission.kind != "embassy" or (listed and mission.key in listed):
        return ""
    if mission.host == "US":
        return ELSEWHERE if listed else NOT_IN_LIST
    return "" if listed else NO_POST


def nowhere_beside_another(missions: list[Mission], counts: Counts) -> None:
    """A bare embassy without a place, for a country that the sender's embassy in another one is stated to serve."""
    covered = {
        (m.sender, code): m.city
        for m in missions
        if m.kind == "embassy" and m.city and not m.until and not m.doubt
        for code in m.serves
        if code != m.host
    }
    for mission in missions:
        city = covered.get((mission.sender, mission.host))
        is_bare = not mission.city and mission.latitude is None and mission.serves == [mission.host]
        if mission.kind == "embassy" and is_bare and city and not mission.doubt:
            mission.doubt = (
                f"stated without a place, while the embassy in {city} is said to serve the country"
            )
            counts[
                "doubtful: stated without a place, while another embassy is said to serve the country"
            ] += 1
