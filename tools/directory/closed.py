"""Posts of the base tables that a later statement calls closed, suspended or moved away, and posts that it leaves out."""

from collections.abc import Iterable, Mapping

from .records import EMBASSY_LIKE, FACTBOOK, WIKIDATA, Counts, Mission

CLOSING = frozenset({"closed", "suspended", "relocated"})
NOT_IN_LIST = "not in the list of embassies in Washington of January 2026"
NO_POST = "the United States name no post there in January 2026"
Row = Mapping[str, str]


def closed_missions(missions: Iterable[Mission], exceptions: Iterable[Row], counts: Counts) -> None:
    """`until` of a mission is the day from which the exception holds, the source's date where none is stated."""
    ends = {
        (row["sender"], row["receiver"]): row["valid_from"] or row["date"]
        for row in exceptions
        if row["kind"] in CLOSING and row["host"] != row["receiver"]
    }
    for mission in missions:
        end = ends.get((mission.sender, mission.host), "")
        if end and mission.kind in EMBASSY_LIKE and mission.source == WIKIDATA:
            mission.until = end
            counts["missions that an exception ends"] += 1


def stale_in_washington(missions: list[Mission], counts: Counts) -> None:
    """Both sides of the Factbook are whole lists: an embassy that only Wikidata has is doubtful."""
    listed = {(m.sender, m.host, code) for m in missions if m.source == FACTBOOK for code in m.serves}
    for mission in missions:
        if mission.source != WIKIDATA or mission.kind != "embassy" or mission.until or mission.doubt:
            continue
        words = NOT_IN_LIST if mission.host == "US" else NO_POST if mission.sender == "US" else ""
        if words and mission.serves_host and (mission.sender, mission.host, mission.host) not in listed:
            mission.doubt = words
            counts[f"doubtful: {words}"] += 1
