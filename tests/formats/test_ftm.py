"""FollowTheMoney lines fit their schemata, by our own gate and, where it is installed, by `ftm validate` itself."""

import json
import shutil
import subprocess
from typing import Any

import pytest

from tocsin.formats.ftm.check import mistakes
from tocsin.formats.ftm.languages import three_letters
from tocsin.formats.ftm.lines import ftm_lines

from .invented_case import case_file, exhibit


def lines(**changed: Any) -> list[dict[str, Any]]:
    return [json.loads(line) for line in ftm_lines(case_file(**changed))]


def of(entities: list[dict[str, Any]], key: str, dataset: str) -> dict[str, list[str]]:
    found = [e["properties"] for e in entities if e["id"] == key and e["datasets"] == [dataset]]
    assert len(found) == 1
    return dict(found[0])


def test_the_lines_fit_followthemoney() -> None:
    assert mistakes(ftm_lines(case_file())) == []


def test_ftm_validate_gives_back_what_it_was_given() -> None:
    """It drops what it cannot take: nothing may be dropped."""
    written = list(ftm_lines(case_file()))
    validated = validate("".join(written))
    assert [plain(json.loads(line)) for line in validated] == [plain(json.loads(line)) for line in written]


def validate(text: str) -> list[str]:
    """`ftm validate` where FollowTheMoney is installed; else our gate alone vouches for the lines."""
    command = shutil.which("ftm")
    if command is None:
        assert mistakes(text.splitlines()) == []
        return text.splitlines()
    done = subprocess.run([command, "validate"], input=text, capture_output=True, text=True, check=True)
    assert done.stderr == ""
    return done.stdout.splitlines()


def plain(entity: dict[str, Any]) -> dict[str, Any]:
    """Without what `ftm` adds, in any order."""
    properties = {name: sorted(values) for name, values in entity["properties"].items()}
    return {
        "id": entity["id"],
        "schema": entity["schema"],
        "properties": properties,
        "datasets": entity["datasets"],
    }


def test_each_source_is_a_data_set_of_its_own() -> None:
    entities = lines()
    datasets = {e["datasets"][0] for e in entities}
    assert datasets == {"tocsin_c12_s1", "tocsin_c12_s2", "tocsin_c12_i1", "tocsin_c12_desk"}
    assert of(entities, "tocsin-c12-subject1", "tocsin_c12_s2")["status"] == ["held"]


def test_what_was_denied_or_said_in_custody_becomes_no_property() -> None:
    entities = lines()
    statuses = {v for e in entities for v in e["properties"].get("status", ())}
    assert statuses == {"held"}
    assert of(entities, "tocsin-c12-subject1", "tocsin_c12_i1")["notes"] == ["Status: released (denies it)"]
    in_custody = of(entities, "tocsin-c12-subject1", "tocsin_c12_s1")["notes"]
    assert in_custody[0] == "Status: free (herself; in custody)"


def test_an_uncertain_date_is_told_less_exactly_and_kept_beside() -> None:
    beating = of(lines(), "tocsin-c12-subject2", "tocsin_c12_s1")
    assert beating["startDate"] == ["2015-05"]
    assert "Date as known (EDTF): 2015-05-03?" in beating["notes"]
    assert of(lines(), "tocsin-c12-subject3", "tocsin_c12_s1")["startDate"] == ["2015-05-04"]


def test_a_person_who_was_affected_is_linked_by_role_and_a_charge_is_a_court_case() -> None:
    entities = lines()
    roles = [e["properties"] for e in entities if e["schema"] == "UnknownLink"]
    assert [(r["subject"], r["object"], r["role"]) for r in roles] == [
        (["tocsin-c12-subject1"], [f"tocsin-c12-subject{n}"], ["affected"]) for n in (2, 3)
    ]
    assert [e["properties"]["name"] for e in entities if e["schema"] == "CourtCase"] == [["disturbing trade"]]


def test_our_gate_finds_what_would_be_dropped() -> None:
    bad = {
        "id": "a",
        "schema": "Person",
        "properties": {"nmae": ["x"], "country": ["LVA"]},
        "datasets": ["d"],
    }
    lost = {"id": "b", "schema": "UnknownLink", "properties": {"subject": ["c"]}, "datasets": ["d"]}
    assert mistakes(map(json.dumps, (bad, lost))) == [
        "a: nmae cannot be 'x'",
        "a: country cannot be 'LVA'",
        "a lacks name",
        "b lacks object",
        "c is pointed to and not there",
    ]


@pytest.mark.parametrize(
    ("schema", "name", "values"),
    [
        ("Person", "country", ["KZ"]),
        ("Person", "country", ["qq"]),
        ("Person", "country", "kz"),
        ("Person", "country", ["kz", "kz"]),
        ("Person", "country", []),
        ("Person", "name", [" "]),
        ("Person", "name", [7]),
        ("Person", "name", ["x" * 2_000]),
        ("Person", "topics", ["hero"]),
        ("Person", "contentHash", ["1" * 40]),
        ("Event", "startDate", ["2011-02-30"]),
        ("Event", "startDate", ["2011-06-05?"]),
        ("Event", "startDate", ["2011-06-05/2011-06-07"]),
        ("Event", "keywords", [None]),
        ("Article", "language", ["en"]),
        ("Article", "language", ["xxx"]),
        ("Article", "sourceUrl", ["ftp://files.example"]),
        ("Article", "sourceUrl", ["https:// two words"]),
        ("Article", "fileSize", ["many"]),
        ("Article", "mimeType", ["text"]),
        ("PublicBody", "phone", ["8 7292 50 05 00"]),
        ("PublicBody", "email", ["akim at aktau"]),
    ],
)
def test_our_gate_knows_each_type_by_its_own_rule(schema: str, name: str, values: Any) -> None:
    entity = {"id": "a", "schema": schema, "properties": {"name": ["A"]}, "datasets": ["d"]}
    if schema == "Article":
        entity["properties"] = {"title": ["A"]}
    assert mistakes([json.dumps(entity)]) == []
    entity["properties"] |= {name: values}
    assert len(mistakes([json.dumps(entity)])) == 1


def test_our_gate_knows_who_may_be_pointed_to() -> None:
    person = {"id": "a", "schema": "Person", "properties": {"name": ["A"], "proof": ["b"]}, "datasets": ["d"]}
    event = {"id": "b", "schema": "Event", "properties": {"name": ["B"]}, "datasets": ["d"]}
    assert mistakes(map(json.dumps, (person, event))) == ["b is a Event and cannot be proof of a Person"]


@pytest.mark.parametrize(
    "entity",
    [
        [],
        {"id": "a", "schema": "Person", "properties": {}},
        {"id": "a b", "schema": "Person", "properties": {}, "datasets": ["d"]},
        {"id": "a", "schema": "Hero", "properties": {}, "datasets": ["d"]},
        {"id": "a", "schema": "Note", "properties": {}, "datasets": ["d", "e"]},
        {"id": "a", "schema": "Note", "properties": {}, "datasets": ["D-1"]},
    ],
)
def test_our_gate_refuses_what_is_no_entity(entity: Any) -> None:
    assert len(mistakes([json.dumps(entity)])) == 1


def test_every_language_that_we_write_is_one_that_followthemoney_knows() -> None:
    for code in ("kk", "ru", "en", "ar", "zh-Hant", "uk", "pt-BR", "kk-Cyrl"):
        exhibits = (exhibit(1, language=code), exhibit(2))
        assert mistakes(ftm_lines(case_file(exhibits=exhibits))) == []
        article = of(lines(exhibits=exhibits), "tocsin-c12-exhibit1", "tocsin_c12_s1")
        assert article["language"] == [three_letters(code)]


def test_a_sealed_report_says_so() -> None:
    entities = lines(exhibits=(exhibit(1, file="", sealed="Sealed on 2 June 2015"), exhibit(2)))
    assert of(entities, "tocsin-c12-exhibit1", "tocsin_c12_s1")["notes"] == [
        f"SHA-256 {'1' * 64}",
        "Sealed on 2 June 2015",
    ]
