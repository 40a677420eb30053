"""The World Factbook's sections on diplomatic representation: embassies in Washington, and posts of the United States."""

import csv
import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from .numbers import emails, stated_numbers, websites
from .places import usual_city
from .records import FACTBOOK, FACTBOOK_DATE, Contact, Counts, Mission

HERE = Path(__file__).parent
REGIONS = frozenset({"Long Island", "New Jersey", "Silicon Valley"})  # named where others have a city
Entry = Mapping[str, str]
_NO_POST = re.compile(r"^(?:none\b|the (?:US|United States) (?:does|has no)|US does not|although the US)")
_NOTE = re.compile(
    r";\s*note\b.*$|,?\s*\(reopened .*\)$|^US Embassy Tripoli operations suspended.*$", re.DOTALL
)
_STREET = re.compile(r"\d|,")  # more than the name of a city
_POSITION = re.compile(r"^\d+[.,]\d+\s*°")
_UN_MISSION = re.compile(r"Permanent Mission to the (?:UN|United Nations)|https://www\.un\.int/")
_PLACE = re.compile(r"^(.*?)\s*(?:\(([^)]*)\))?$")


def factbook_missions(folder: Path, counts: Counts) -> Iterator[Mission]:
    entries: list[Entry] = json.loads((folder / "factbook_dipl_2026-01.json").read_text(encoding="utf-8"))
    kinds = {row["post"]: row for row in posts()}
    for entry in entries:
        code = entry["iso"]
        if not code or code == "US":
            counts["Factbook: files that are no country or territory with a code"] += 1
            continue
        if entry["in_chancery"]:
            yield _in_washington(entry)
        if entry["o_emb"] or entry["o_tel"]:
            if _NO_POST.search(entry["o_emb"]) or not (entry["o_emb"] or f"US-{code}" in kinds):
                counts["Factbook: no post of the United States there (see exceptions.csv)"] += 1
            else:
                yield _abroad(entry, kinds.get(f"US-{code}", {}), counts)
        yield from _consulates(entry, counts)
    yield from _noted()


def _noted() -> Iterator[Mission]:
    """Offices that the Factbook names in notes only, with the contacts given there."""
    for row in _rows("noted.csv"):
        mission = _mission(row["sender"], row["host"], row["city"], row["kind"], row["style"])
        mission.serves = row["serves"].split("|")
        fields = {"tel": row["phone"], "fax": row["fax"], "em": f"{row['email']} {row['web']}"}
        mission.contacts = _contacts(fields, "", row["host"], row["address"])
        yield mission


def posts() -> list[dict[str, str]]:
    """What the posts are that are no embassies in the capital of the country whose page they stand on."""
    return _rows("posts.csv")


def _rows(name: str) -> list[dict[str, str]]:
    with (HERE / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _in_washington(entry: Entry) -> Mission:
    known = {row["post"]: row for row in posts()}.get(f"{entry['iso']}-US", {})
    address = " ".join(entry["in_chancery"].split())
    city = "New York" if "New York" in address.replace("New York Avenue", "") else "Washington"
    is_un = bool(_UN_MISSION.search(address + entry["in_em"]))
    kind = "permanent_mission" if is_un else known.get("kind", "embassy")
    mission = _mission(entry["iso"], "US", city, kind, known.get("style", kind.replace("_", " ")))
    mission.serves = ["UN", "US"] if is_un else ["US"]
    mission.contacts = _contacts(entry, "in_", "US", address)
    return mission


def _abroad(entry: Entry, known: Mapping[str, str], counts: Counts) -> Mission:
    host = known.get("host") or entry["iso"]
    address = " ".join(_NOTE.sub("", entry["o_emb"]).split())
    if _POSITION.match(address):
        counts["Factbook: an address that is only a position, left out"] += 1
        address = ""
    kind = known.get("kind", "embassy")
    mission = _mission("US", host, known.get("city", ""), kind, known.get("style", kind))
    mission.serves = [entry["iso"]]
    mission.contacts = _contacts(entry, "o_", host, address)
    return mission


def _mission(sender: str, host: str, city: str, kind: str, style: str) -> Mission:
    place = usual_city(host, city, None, None)
    return Mission(sender, host, place, "", kind, style, [], False, "", FACTBOOK, FACTBOOK_DATE)


def _contacts(entry: Entry, side: str, country: str, address: str) -> list[Contact]:
    told = (FACTBOOK, FACTBOOK_DATE)
    post = [Contact("post", address, address, "valid", "", *told)] if _STREET.search(address) else []
    return [
        *post,
        *stated_numbers(entry[f"{side}tel"], "phone", country, *told),
        *stated_numbers(entry[f"{side}fax"], "fax", country, *told),
        *emails(entry[f"{side}em"], *told),
        *websites(entry[f"{side}em"], *told),
    ]


def _consulates(entry: Entry, counts: Counts) -> Iterator[Mission]:
    """'Chicago, Tamuning (Guam)': consulates general; a territory in brackets is where one stands."""
    if "telephone" in entry["in_cg"]:
        yield _consulate_with_contacts(entry)
        return
    territories = {"Guam": "GU", "Puerto Rico": "PR", "PR": "PR", "American Samoa": "AS"}
    names = dict.fromkeys(part.strip() for part in entry["in_cg"].split(",") if part.strip())
    for stated in names:
        match = _PLACE.match(stated)
        name, bracket = (match[1], match[2] or "") if match else (stated, "")
        host = territories.get(bracket, "US")
        mission = _mission(entry["iso"], host, _spelt(name), "consulate", "consulate general")
        mission.city = name if name in REGIONS else mission.city
        mission.label = stated if stated != mission.city else ""
        mission.serves = [host]
        counts["Factbook: consulates general in the United States"] += 1
        yield mission


def _spelt(name: str) -> str:
    return {"Los Angelos": "Los Angeles", "New York": "New York City", "Washington DC": "Washington"}.get(
        name, name
    )


def _consulate_with_contacts(entry: Entry) -> Mission:
    """Bhutan's, whose address stands where others have names of cities."""
    blocks = [block.strip() for block in entry["in_cg"].split("\n\n")]
    labelled = {b.split(":")[0].split()[0].lower(): b.split(":", 1)[1] for b in blocks[1:] if ":" in b}
    fields = {
        "in_tel": labelled.get("telephone", ""),
        "in_fax": labelled.get("fax", ""),
        "in_em": entry["in_cg"],
    }
    mission = _mission(entry["iso"], "US", "New York City", "consulate", "consulate general")
    mission.serves = ["US"]
    mission.contacts = _contacts(fields, "in_", "US", blocks[0])
    return mission
