"""Incidents in the shape of ACLED's event files: its 31 columns, in its order. What is not known is blank.

Columns: ACLED codebook (2023), "ACLED column names". Codes that are ACLED's own to give (actors' codes, interaction,
region, admin units, time stamp) stay blank: ours are not theirs.
"""

from collections.abc import Iterator

from tocsin.terms.case_file import CaseFile, FileSubject
from tocsin.terms.incident_mappings import mapped

from .cells import csv_lines
from .edtf import day, plain_dates

COLUMNS = (
    "event_id_cnty", "event_date", "year", "time_precision", "disorder_type", "event_type", "sub_event_type",
    "actor1", "assoc_actor_1", "inter1", "actor2", "assoc_actor_2", "inter2", "interaction", "civilian_targeting",
    "iso", "region", "country", "admin1", "admin2", "admin3", "location", "latitude", "longitude", "geo_precision",
    "source", "source_scale", "notes", "fatalities", "tags", "timestamp",
)  # fmt: skip
_DISORDER = {
    "Protests": "Demonstrations",
    "Violence against civilians": "Political violence",
    "Strategic developments": "Strategic developments",
}
_KILLINGS = {"killing", "killing_at_protest", "death_in_custody"}


def acled_csv(case: CaseFile) -> Iterator[str]:
    """Lines with their ends: one an incident that has happened; announced ones are no events yet."""
    happened = (incident for incident in case.incidents if not incident.value("planned"))
    return csv_lines(COLUMNS, (_row(case, incident) for incident in happened))


def _row(case: CaseFile, incident: FileSubject) -> dict[str, object]:
    codes = mapped(incident.type)
    event = codes.get("acled_event", "")
    return {
        "event_id_cnty": f"tocsin_c{case.key}_{incident.key}",
        **_when(incident.date),
        **_where(case, incident),
        "disorder_type": _DISORDER.get(event, ""),
        "event_type": event,
        "sub_event_type": codes.get("acled_sub_event", ""),
        "actor1": incident.words("actors"),
        "actor2": incident.words("affected"),
        "source": "; ".join(_publishers(case, incident)),
        "notes": _notes(incident),
        "fatalities": _fatalities(incident),
        "tags": f"tocsin={incident.type}",
    }


def _when(edtf: str) -> dict[str, object]:
    """ACLED's precision: 1 the day, 2 the week, 3 the month; only a day or a month can be told for certain."""
    plain, exact = plain_dates(edtf), day(edtf)
    precision = "1" if exact else "3" if len(plain.first) == 7 and not plain.last else ""
    return {"event_date": exact, "year": plain.first[:4], "time_precision": precision}


def _where(case: CaseFile, incident: FileSubject) -> dict[str, object]:
    place = incident.value("place") or {}
    is_here = place.get("country") in (None, "", case.country)
    return {
        "country": case.country_name if is_here else "",
        "location": place.get("name", ""),
        "latitude": place.get("latitude"),
        "longitude": place.get("longitude"),
    }


def _publishers(case: CaseFile, incident: FileSubject) -> list[str]:
    by_number = {exhibit.number: exhibit for exhibit in case.exhibits}
    found = (by_number[number] for number in incident.exhibits if number in by_number)
    return list(dict.fromkeys(exhibit.publisher or exhibit.label for exhibit in found))


def _notes(incident: FileSubject) -> str:
    parts = [incident.heading, *(said.words for said in incident.said if said.predicate == "count")]
    uncertain = incident.date and not plain_dates(incident.date).is_exact
    return ". ".join([*parts, f"Date as known (EDTF): {incident.date}"] if uncertain else parts)


def _fatalities(incident: FileSubject) -> object:
    """Only where the incident is a death and every claim counts the same number."""
    if incident.type not in _KILLINGS:
        return ""
    counts = [said.value for said in incident.said if said.predicate == "count" and said.stance == "asserts"]
    figures = {(count["low"], count["high"]) for count in counts}
    low, high = figures.pop() if len(figures) == 1 else (None, "")
    return low if low == high else ""
