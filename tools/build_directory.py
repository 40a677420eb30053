"""Build the directory that ships, `src/tocsin/routing/shipped/*.csv`, from the folder of raw tables.

Run at development time, from the top of the repository:

    uv pip install -e .[build] && python -m tools.build_directory FOLDER

FOLDER holds missions_merged.csv (Wikidata of 2022-11-16 by way of database-of-embassies, merged with the World Factbook),
factbook_dipl_2026-01.json (the Factbook's own words), exceptions.csv and hub_prior.csv. All are CC0 or public domain.
What people edit by hand is not written: exceptions.csv and sources.csv among what ships, and beside the steps in
`tools/directory/` kinds.csv, corrections.csv and posts.csv.
"""

import csv
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path

from tools.directory.also_serving import also_serving
from tools.directory.closed import closed_missions, nowhere_beside_another, stale_in_the_lists
from tools.directory.factbook import factbook_missions
from tools.directory.places import commonest_names
from tools.directory.records import Counts, Mission
from tools.directory.same import joined, one_each
from tools.directory.wikidata import wikidata_missions

TARGET = Path(__file__).resolve().parent.parent / "src/tocsin/routing/shipped"
MISSION = [
    "sender",
    "key",
    "host",
    "city",
    "label",
    "kind",
    "style",
    "serves",
    "inferred",
    "latitude",
    "longitude",
    "merged",
    "until",
    "doubt",
    "source",
    "date",
]
CONTACT = ["sender", "key", "channel", "value", "as_written", "status", "repaired", "source", "date"]
HUB = ["receiver", "host", "senders_using_it", "senders_that_could", "source", "date"]


def main(arguments: Sequence[str]) -> int:
    if len(arguments) != 1 or not Path(arguments[0]).is_dir():
        print("usage: python -m tools.build_directory FOLDER-OF-RAW-TABLES", file=sys.stderr)
        return 2
    folder, counts = Path(arguments[0]), Counts()
    missions = built(folder, counts)
    write("missions.csv", MISSION, sorted(map(mission_row, missions), key=_by(MISSION)), counts)
    write("contacts.csv", CONTACT, sorted(contact_rows(missions), key=_by(CONTACT)), counts)
    write("hub_prior.csv", HUB, sorted(hubs(folder), key=_by(HUB)), counts)
    for missing in unsaid(folder):
        print(f"not in the hand-kept exceptions.csv: {missing}", file=sys.stderr)
    print(counts.printed())
    return 0


def built(folder: Path, counts: Counts) -> list[Mission]:
    stated = list(wikidata_missions(folder, counts))
    listed = list(factbook_missions(folder, counts))
    names = commonest_names(stated)
    for mission in (*stated, *listed):
        mission.city = names.get((mission.host, mission.city), mission.city)
    exceptions = list(_table(TARGET / "exceptions.csv"))
    wikidata, official = one_each(stated, counts), one_each(listed, counts)
    also_serving(official, exceptions, names, counts)
    missions = joined(wikidata, official, counts)
    for mission in missions:
        mission.serves.sort()
    closed_missions(missions, exceptions, counts)
    stale_in_the_lists(missions, counts)
    nowhere_beside_another(missions, counts)
    return missions


def mission_row(mission: Mission) -> dict[str, str]:
    row = asdict(mission)
    row["serves"] = "|".join(mission.serves)
    row["merged"] = "|".join(sorted(mission.merged))
    row["inferred"] = "1" if mission.inferred else ""
    for name in ("latitude", "longitude"):
        row[name] = "" if row[name] is None else f"{row[name]:.4f}"
    return {name: str(row[name]) for name in MISSION}


def contact_rows(missions: Iterable[Mission]) -> Iterable[dict[str, str]]:
    for mission in missions:
        for contact in mission.contacts:
            yield {"sender": mission.sender, "key": mission.key, **asdict(contact)}


def hubs(folder: Path) -> Iterable[dict[str, str]]:
    for row in _table(folder / "hub_prior.csv"):
        told = {"source": "wikidata", "date": "2022-11-16"}
        yield {"host": row["host_of_mission"], **told, **{name: row[name] for name in HUB if name in row}}


def unsaid(folder: Path) -> list[str]:
    """Exceptions of the raw table that the hand-kept one has not."""
    kept = {(row["sender"], row["receiver"], row["kind"]) for row in _table(TARGET / "exceptions.csv")}
    rows = ((row["sender"], row["receiver"], row["kind"]) for row in _table(folder / "exceptions.csv"))
    return [" ".join(row) for row in rows if row not in kept]


def write(name: str, fields: Sequence[str], rows: Sequence[Mapping[str, str]], counts: Counts) -> None:
    counts[f"rows of {name}"] = len(rows)
    with (TARGET / name).open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, fields, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def _by(fields: Sequence[str]) -> Callable[[Mapping[str, str]], list[str]]:
    return lambda row: [row[field] for field in fields]


def _table(path: Path) -> Iterable[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
