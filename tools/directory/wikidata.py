"""Rows of `missions_merged.csv` that Wikidata states; what was merged in from the Factbook is read from its own file."""

import csv
from collections.abc import Iterator, Mapping
from pathlib import Path

from tocsin.language.phones import read_number

from .numbers import plain_numbers, stated_number
from .places import PLACED_IN, country_at, usual_city
from .records import WIKIDATA, WIKIDATA_DATE, Contact, Counts, Mission

HERE = Path(__file__).parent
Row = Mapping[str, str]


def wikidata_missions(folder: Path, counts: Counts) -> Iterator[Mission]:
    kinds = {row["stated"]: row for row in _table(HERE / "kinds.csv")}
    corrections = corrected(_table(HERE / "corrections.csv"))
    for row in _table(folder / "missions_merged.csv"):
        if row["source"] == "factbook-json":
            counts["rows of the merged table that only the Factbook states, read from its own file"] += 1
            continue
        mend = corrections.get(row["wikidata"], {})
        reason = _left_out(row, kinds[row["kind"]], mend)
        if reason:
            counts[f"left out: {reason}"] += 1
            continue
        yield _mission(row, kinds[row["kind"]], mend, counts)


def corrected(rows: list[dict[str, str]]) -> dict[str, dict[str, str]]:
    """Wikidata id -> field -> value; `left_out`, or `left_out` and a sender, hold the reason."""
    found: dict[str, dict[str, str]] = {}
    for row in rows:
        is_out = row["field"] == "left_out"
        field = f"left_out {row['value']}".strip() if is_out else row["field"]
        found.setdefault(row["wikidata"], {})[field] = row["why"] if is_out else row["value"]
    return found


def _left_out(row: Row, kind: Row, mend: Mapping[str, str]) -> str:
    if len(row["sender"]) != 2 or len(row["host"]) != 2:
        return "sender or host has no code of ISO 3166"
    for_all, for_one = mend.get("left_out", ""), mend.get(f"left_out {row['sender']}", "")
    return for_all or for_one or kind["left_out"]


def _mission(row: Row, kind: Row, mend: Mapping[str, str], counts: Counts) -> Mission:
    host, latitude, longitude = _stands({**row, "host": mend.get("host", row["host"])}, counts)
    inferred = row["serves_inferred"] == "1"
    serves = [host] if inferred else _served(row["serves"], counts)
    mission = Mission(
        sender=row["sender"],
        host=host,
        city=usual_city(host, mend.get("city", row["city"]), latitude, longitude),
        label=row["city"],
        kind=mend.get("kind", kind["kind"]),
        style=kind["style"] if "kind" not in mend else mend["kind"].replace("_", " "),
        serves=mend["serves"].split("|") if "serves" in mend else serves,
        inferred=inferred and "serves" not in mend,
        key=row["wikidata"],
        source=WIKIDATA,
        date=WIKIDATA_DATE,
        latitude=latitude,
        longitude=longitude,
        doubt=mend.get("doubt", ""),
    )
    mission.contacts = list(_contacts(row, host))
    mission.doubt = mission.doubt or _doubt(mission, row, counts)
    return mission


def _stands(row: Row, counts: Counts) -> tuple[str, float | None, float | None]:
    """Host and coordinates. Where they disagree, the host gives way only to what the row itself says it serves."""
    host = row["host"]
    if not row["lat"] or not row["lon"]:
        return host, None, None
    latitude, longitude = float(row["lat"]), float(row["lon"])
    at = country_at(latitude, longitude, host)
    if at in ("", host):
        return host, latitude, longitude
    if at in PLACED_IN or _is_territory_of(at, host):
        counts["stands in a territory with a code of its own, host mended"] += 1
        return at, latitude, longitude
    serves = row["serves"].split("|")
    if at in serves and (host not in serves or usual_city(host, row["city"], None, None) == row["city"]):
        counts["host mended from the coordinates"] += 1
        return at, latitude, longitude
    counts["coordinates left out: they lie in another country"] += 1
    return host, None, None


def _is_territory_of(code: str, host: str) -> bool:
    """Places of France, the United States and Denmark that Wikidata counts as the country itself."""
    return (code, host) in {
        *((c, "FR") for c in ("GF", "GP", "MQ", "NC", "PF", "PM", "RE", "YT", "WF", "BL", "MF")),
        *((c, "US") for c in ("AS", "GU", "MP", "PR", "VI")),
        *((c, "DK") for c in ("FO", "GL")),
    }


def _served(stated: str, counts: Counts) -> list[str]:
    codes = []
    for code in stated.split("|"):
        if len(code) != 2:
            counts["part of a country stated as served, taken as the country"] += 1
        codes.append(code.partition("-")[0])
    return sorted({code for code in codes if len(code) == 2})


def _contacts(row: Row, host: str) -> Iterator[Contact]:
    """Also what the Factbook states: of rows that were merged with it, those are taken out when the two are joined."""
    merged = row["source"] != "wikidata-doe"
    stated = row["as_stated_phone"] or ("" if merged else row["phone"])
    if stated:
        yield _phone(stated, host)
    for channel, field in (("email", "email"), ("web", "website")):
        if row[field]:
            yield Contact(channel, row[field], row[field], "valid", "", WIKIDATA, WIKIDATA_DATE)


def _phone(stated: str, host: str) -> Contact:
    contact = stated_number(stated, "phone", host, WIKIDATA, WIKIDATA_DATE)
    whole = read_number("+" + plain_numbers(stated), None)
    if contact.status == "repaired" and whole.valid and not whole.repaired and whole.e164 != contact.value:
        return Contact("phone", stated, stated, "invalid", "can be read in two ways", WIKIDATA, WIKIDATA_DATE)
    return contact


def _doubt(mission: Mission, row: Row, counts: Counts) -> str:
    """A row that says nothing but that the mission exists: no place, nothing to reach it by, service inferred."""
    if mission.inferred and mission.kind == "embassy" and mission.latitude is None and not mission.contacts:
        counts["doubtful: stated without coordinates, website, contact or country served"] += 1
        return "stated without coordinates, website, contact or country served"
    return ""


def _table(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
