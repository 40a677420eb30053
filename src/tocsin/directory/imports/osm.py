"""Offices out of OpenStreetMap's GeoJSON, into the table of their own."""

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.db import transaction

from tocsin.intake.errors import Unreadable
from tocsin.language.countries import find_country
from tocsin.members.models import Member
from tocsin.members.record import record

from ..models import MappedOffice

# The values of `diplomatic=*`, and of the tag by the same name that says it more closely.
KINDS = {
    "embassy": "embassy",
    "high_commission": "embassy",
    "nunciature": "embassy",
    "apostolic_nunciature": "embassy",
    "consulate": "consulate",
    "consulate_general": "consulate",
    "consular_agency": "consulate",
    "permanent_mission": "permanent_mission",
    "liaison": "representative_office",
    "representative_office": "representative_office",
    "de_facto_embassy": "representative_office",
}
PRIVATE = frozenset({"honorary_consulate", "honorary_consul", "ambassadors_residence", "residence"})
FIELDS = tuple(f.name for f in MappedOffice._meta.fields if f.name not in ("id", "osm_id"))


@dataclass
class Mapped:
    """`new` and `changed` are not stored yet; `gone` are. `left_out`: reason -> features."""

    new: list[MappedOffice] = field(default_factory=list)
    changed: list[MappedOffice] = field(default_factory=list)
    gone: list[MappedOffice] = field(default_factory=list)
    same: int = 0
    left_out: Counter[str] = field(default_factory=Counter)


def is_geojson(data: bytes) -> bool:
    return data[:200].lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"{") and b"FeatureCollection" in data


def compare_map(data: bytes, date: str, keep_missing: bool = False) -> Mapped:
    """What a map's GeoJSON would change. `date` (EDTF) holds where a feature does not tell when it was edited.

    What it leaves out of a country's offices is gone, unless that is to be kept. Raises `Unreadable`.
    """
    found = Mapped()
    known = {office.osm_id: office for office in MappedOffice.objects.all()}
    read = {office.osm_id: office for office in _offices(_features(data), date, found.left_out)}
    if any(not office.source_date for office in read.values()):
        raise Unreadable(
            "its features do not tell when they were edited; give the day of the export with --date"
        )
    for osm_id, office in read.items():
        old = known.get(osm_id)
        if old is None:
            found.new.append(office)
        elif all(getattr(old, name) == getattr(office, name) for name in FIELDS if name != "source_date"):
            found.same += 1
        else:
            office.pk = old.pk
            found.changed.append(office)
    if not keep_missing:
        countries = {office.of_country for office in read.values()}
        found.gone = [o for o in known.values() if o.osm_id not in read and o.of_country in countries]
    return found


@transaction.atomic
def take_map(found: Mapped, name: str, by: Member | None = None) -> None:
    """Writes what was compared; `name` is what the audit calls the file."""
    MappedOffice.objects.bulk_create(found.new, 500)
    MappedOffice.objects.bulk_update(found.changed, FIELDS, 500)
    MappedOffice.objects.filter(pk__in=[office.pk for office in found.gone]).delete()
    counts = {"new": len(found.new), "changed": len(found.changed), "gone": len(found.gone)}
    record("directory.map_imported", "directory", by, list=name, licence=MappedOffice.LICENCE, **counts)


def _features(data: bytes) -> list[Mapping[str, Any]]:
    try:
        features = json.loads(data.decode("utf-8-sig"))["features"]
    except (ValueError, KeyError, TypeError, RecursionError):
        features = None
    if not isinstance(features, list):
        raise Unreadable(
            "it is no GeoJSON with a list of features; export it anew, for example from Overpass turbo"
        )
    return [feature for feature in features if isinstance(feature, dict)]


def _offices(features: list[Mapping[str, Any]], date: str, left_out: Counter[str]) -> Iterator[MappedOffice]:
    for feature in features:
        tags = _tags(feature)
        kind, osm_id = _kind(tags), tags.get("@id") or str(feature.get("id", ""))
        spot = _spot(feature.get("geometry"))
        of = _code(tags.get("country", ""))
        if kind == "private":
            left_out["honorary consuls and residences are private"] += 1
        elif not kind:
            left_out["no mission of a state"] += 1
        elif not of or not osm_id or spot is None:
            left_out["without the country whose it is, a place or a number of its own"] += 1
        else:
            yield _office(tags, kind, osm_id, of, spot, date)


def _tags(feature: Mapping[str, Any]) -> dict[str, str]:
    tags = feature.get("properties")
    return {k: v.strip() for k, v in tags.items() if isinstance(v, str)} if isinstance(tags, dict) else {}


def _kind(tags: Mapping[str, str]) -> str:
    """'' for what is no mission; 'private' for what is never taken."""
    if tags.get("office") != "diplomatic" and tags.get("amenity") != "embassy":
        return ""
    said = tags.get("diplomatic") or tags.get("amenity", "")
    closer = tags.get(said, "")
    if said in PRIVATE or closer in PRIVATE:
        return "private"
    return KINDS.get(closer) or KINDS.get(said, "")


def _office(
    tags: Mapping[str, str], kind: str, osm_id: str, of: str, spot: tuple[float, float], date: str
) -> MappedOffice:
    serves = [code for part in tags.get("target", "").split(";") if (code := _code(part.strip()))]
    return MappedOffice(
        osm_id=osm_id[:40],
        kind=kind,
        name=(tags.get("name:en") or tags.get("name", ""))[:300],
        of_country=of,
        in_country=_code(tags.get("addr:country", "")) or (serves[0] if len(serves) == 1 else ""),
        serves="|".join(serves)[:200],
        city=tags.get("addr:city", "")[:120],
        longitude=spot[0],
        latitude=spot[1],
        address=_address(tags),
        phone=_either(tags, "phone")[:200],
        fax=_either(tags, "fax")[:200],
        email=_either(tags, "email")[:200],
        website=_either(tags, "website")[:500],
        source_date=tags.get("@timestamp", "")[:10] or date,
    )


def _either(tags: Mapping[str, str], name: str) -> str:
    return tags.get(f"contact:{name}") or tags.get(name, "")


def _address(tags: Mapping[str, str]) -> str:
    street = " ".join(filter(None, (tags.get("addr:street"), tags.get("addr:housenumber"))))
    town = " ".join(filter(None, (tags.get("addr:postcode"), tags.get("addr:city"))))
    return "\n".join(filter(None, (street, town)))[:500]


def _code(text: str) -> str:
    return text if text == "UN" else find_country(text) or "" if text else ""


def _spot(geometry: Any) -> tuple[float, float] | None:
    """Longitude and latitude: of a point, or the middle of what an outline spans."""
    corners = list(_corners(geometry.get("coordinates"))) if isinstance(geometry, dict) else []
    if not corners:
        return None
    (west, east), (south, north) = ((min(axis), max(axis)) for axis in zip(*corners, strict=True))
    return round((west + east) / 2, 6), round((south + north) / 2, 6)


def _corners(found: Any) -> Iterator[tuple[float, float]]:
    """At whatever depth they are nested, which is at most four in GeoJSON."""
    waiting = [(found, 0)]
    while waiting:
        each, depth = waiting.pop()
        if not isinstance(each, list) or depth > 4:
            continue
        if len(each) >= 2 and all(isinstance(number, (int, float)) for number in each[:2]):
            longitude, latitude = float(each[0]), float(each[1])
            if abs(longitude) <= 180 and abs(latitude) <= 90:
                yield longitude, latitude
        else:
            waiting.extend((part, depth + 1) for part in each)
