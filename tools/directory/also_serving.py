"""Countries that a post of the United States covers besides its own, as the Factbook says and exceptions.csv keeps."""

from collections.abc import Iterable, Mapping

from .places import usual_city
from .records import FACTBOOK, FACTBOOK_DATE, Counts, Mission

_KINDS = {"cross": "embassy", "consulate_covers": "consulate"}
Row = Mapping[str, str]


def also_serving(
    official: list[Mission], exceptions: Iterable[Row], names: Mapping[tuple[str, str], str], counts: Counts
) -> None:
    """Each receiver is added to the post that covers it; a post that is named only there is added itself."""
    for row in exceptions:
        kind = _KINDS.get(row["kind"])
        if row["source"] != FACTBOOK or not kind:
            continue
        place = usual_city(row["host"], row["city"], None, None)
        city = names.get((row["host"], place), place)
        post = next((m for m in official if _is_named(row, kind, city, m)), None)
        if post is None:
            post = _post(row, kind, city)
            official.append(post)
        post.serves = sorted({*post.serves, row["receiver"]})
        counts["countries that a post covers besides its own, from the Factbook's notes"] += 1


def _is_named(row: Row, kind: str, city: str, mission: Mission) -> bool:
    """The embassy to the host, or the consulate in the city."""
    if (mission.sender, mission.host, mission.kind) != (row["sender"], row["host"], kind):
        return False
    return mission.city == city if kind == "consulate" else mission.serves_host


def _post(row: Row, kind: str, city: str) -> Mission:
    style = "consulate general" if kind == "consulate" else kind
    return Mission(
        row["sender"], row["host"], city, "", kind, style, [row["host"]], False, "", FACTBOOK, FACTBOOK_DATE
    )
