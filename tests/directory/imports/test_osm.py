"""OpenStreetMap's offices: read, compared, and kept in a table of their own."""

import json
from typing import Any

import pytest

from tocsin.directory.imports.osm import compare_map, is_geojson, take_map
from tocsin.directory.models import ContactPoint, MappedOffice, Office
from tocsin.intake.errors import Unreadable
from tocsin.members.models import AuditEntry

pytestmark = pytest.mark.django_db

OSLO = {
    "office": "diplomatic", "diplomatic": "embassy", "country": "LV", "target": "NO;IS", "name": "Latvijas vēstniecība",
    "name:en": "Embassy of Latvia", "addr:street": "Bygdøy allé", "addr:housenumber": "76", "addr:postcode": "0265",
    "addr:city": "Oslo", "addr:country": "NO", "contact:phone": "+47 22 54 22 80", "email": "oslo@embassy.example",
    "@id": "node/1", "@timestamp": "2025-11-02T10:00:00Z",
}  # fmt: skip
POINT = {"type": "Point", "coordinates": [10.69, 59.92]}
OUTLINE = {"type": "Polygon", "coordinates": [[[10.0, 59.0], [10.2, 59.0], [10.2, 59.4], [10.0, 59.0]]]}


def feature(tags: dict[str, str], geometry: object = POINT, **more: str) -> dict[str, Any]:
    return {"type": "Feature", "properties": {**tags, **more}, "geometry": geometry}


def geojson(*features: object) -> bytes:
    return json.dumps({"type": "FeatureCollection", "features": features}).encode()


def test_an_office_goes_into_the_table_of_its_own_and_nowhere_else() -> None:
    found = compare_map(geojson(feature(OSLO)), "")
    assert (len(found.new), MappedOffice.objects.count()) == (1, 0)
    take_map(found, "map.geojson")
    mapped = MappedOffice.objects.get()
    assert (mapped.kind, mapped.of_country, mapped.in_country, mapped.serves, mapped.city) == (
        "embassy",
        "LV",
        "NO",
        "NO|IS",
        "Oslo",
    )
    assert (mapped.name, mapped.address, mapped.phone, mapped.email, mapped.source_date) == (
        "Embassy of Latvia",
        "Bygdøy allé 76\n0265 Oslo",
        "+47 22 54 22 80",
        "oslo@embassy.example",
        "2025-11-02",
    )
    assert (mapped.longitude, mapped.latitude) == (10.69, 59.92)
    assert (Office.objects.count(), ContactPoint.objects.count()) == (0, 0)
    [entry] = AuditEntry.objects.all()
    assert entry.detail["licence"] == "© OpenStreetMap contributors, Open Database License 1.0"


def test_an_outline_stands_in_its_middle() -> None:
    [office] = compare_map(geojson(feature(OSLO, OUTLINE)), "").new
    assert (office.longitude, office.latitude) == (10.1, 59.2)


def test_a_newer_map_changes_adds_and_takes_away() -> None:
    take_map(compare_map(geojson(feature(OSLO), feature(OSLO, **{"@id": "way/2"})), ""), "map")
    newer = geojson(feature(OSLO, **{"addr:city": "Bærum"}), feature(OSLO, **{"@id": "node/3"}))
    found = compare_map(newer, "")
    assert [[o.osm_id for o in part] for part in (found.new, found.changed, found.gone)] == [
        ["node/3"],
        ["node/1"],
        ["way/2"],
    ]
    take_map(found, "newer map")
    stored = MappedOffice.objects.order_by("osm_id").values_list("osm_id", "city")
    assert list(stored) == [("node/1", "Bærum"), ("node/3", "Oslo")]
    again = compare_map(newer, "")
    assert (again.new, again.changed, again.gone, again.same) == ([], [], [], 2)


def test_a_map_of_one_country_takes_nothing_from_another() -> None:
    take_map(compare_map(geojson(feature(OSLO)), ""), "map")
    other = geojson(feature(OSLO, country="KZ", **{"@id": "node/9"}))
    assert compare_map(other, "").gone == []
    assert compare_map(geojson(feature(OSLO, **{"@id": "node/2"})), "", keep_missing=True).gone == []


@pytest.mark.parametrize(
    "tags",
    [
        {**OSLO, "diplomatic": "honorary_consulate"},
        {**OSLO, "diplomatic": "consulate", "consulate": "honorary_consul"},
        {**OSLO, "diplomatic": "ambassadors_residence"},
        {**OSLO, "office": "company"},
        {**OSLO, "country": "Ruritania"},
        {**OSLO, "@id": ""},
    ],
)
def test_private_people_and_what_is_no_mission_are_left_out(tags: dict[str, str]) -> None:
    found = compare_map(geojson(feature(tags)), "2026-01-01")
    assert (found.new, sum(found.left_out.values())) == ([], 1)


@pytest.mark.parametrize(
    ("diplomatic", "closer", "kind"),
    [
        ("embassy", {}, "embassy"),
        ("embassy", {"embassy": "high_commission"}, "embassy"),
        ("consulate", {"consulate": "consulate_general"}, "consulate"),
        ("permanent_mission", {}, "permanent_mission"),
        ("liaison", {"liaison": "representative_office"}, "representative_office"),
    ],
)
def test_kinds(diplomatic: str, closer: dict[str, str], kind: str) -> None:
    [office] = compare_map(geojson(feature({**OSLO, **closer}, diplomatic=diplomatic)), "").new
    assert office.kind == kind


@pytest.mark.parametrize(
    "geometry",
    [
        None,
        {},
        {"coordinates": []},
        {"coordinates": "x"},
        {"coordinates": [[[[[[1, 2]]]]]]},
        {"coordinates": [999, 1]},
    ],
)
def test_an_office_without_a_place_is_left_out(geometry: object) -> None:
    assert compare_map(geojson(feature(OSLO, geometry)), "").new == []


@pytest.mark.parametrize(
    "data", [b'{"FeatureCollection": 1}', b'{"features": {}}', b"[]", b"{", b"\xff\xfe{"]
)
def test_what_is_no_map_is_said(data: bytes) -> None:
    with pytest.raises(Unreadable, match="no GeoJSON"):
        compare_map(data, "")


def test_a_map_without_days_needs_one() -> None:
    data = geojson(feature(OSLO, **{"@timestamp": ""}))
    with pytest.raises(Unreadable, match="with --date"):
        compare_map(data, "")
    assert compare_map(data, "2026-01").new[0].source_date == "2026-01"


def test_maps_and_tables_are_told_apart() -> None:
    assert is_geojson(b"\xef\xbb\xbf" + geojson())
    assert not is_geojson(b"Country,City\nNorway,Oslo\n")
