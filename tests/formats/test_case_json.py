"""Our own document, held to its schema."""

import json

import jsonschema

from tocsin.formats.case_json import case_json, case_schema

from .invented_case import case_file


def test_the_document_fits_its_schema_and_keeps_every_claim() -> None:
    case = case_file()
    written = json.loads("".join(case_json(case)))
    jsonschema.validate(written, case_schema())
    assert (written["format"], written["version"]) == ("tocsin-case", 1)
    assert (
        sum(len(s["said"]) for part in ("people", "incidents", "demands") for s in written[part])
        == case.claims_count
    )
    assert written["people"][0]["said"][3]["stance"] == "denies"


def test_a_case_with_nothing_in_it_is_a_document_too() -> None:
    empty = case_file(
        people=(), incidents=(), demands=(), exhibits=(), inquiries=(), remedies=(), deadlines=()
    )
    jsonschema.validate(json.loads("".join(case_json(empty))), case_schema())
