"""The project's own texts, read whole: key facts are found, and what is no fact is not."""

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from tocsin.reading.read import read_bytes
from tocsin.terms.draft import Draft

CORPUS = Path(__file__).parent.parent / "corpus"
NAMES = sorted(path.stem for path in CORPUS.glob("*.txt"))
Read = tuple[Draft, dict[str, Any]]


@pytest.fixture(params=NAMES)
def read(request: pytest.FixtureRequest) -> Read:
    return read_one(request.param)


@cache
def read_one(name: str) -> Read:
    expected = json.loads((CORPUS / f"{name}.json").read_text(encoding="utf-8"))
    data = (CORPUS / f"{name}.txt").read_bytes()
    return read_bytes(data, f"{name}.txt", expected["published"]), expected


def test_country(read: Read) -> None:
    draft, expected = read
    assert draft.country is not None
    assert draft.country.code == expected["country"]


def test_people_at_risk_and_hardly_anybody_else() -> None:
    """A model decides, so not every text need be right: of all people in them nine in ten, and few others."""
    there, found = set(), set()
    for name in NAMES:
        draft, expected = read_one(name)
        there |= {(name, person) for person in expected["people"]}
        found |= {(name, person.name) for person in draft.people}
    assert len(there & found) >= 0.85 * len(there)
    assert len(there & found) >= 0.9 * len(found)


def test_status_of_the_people_found() -> None:
    told = []
    for name in NAMES:
        draft, expected = read_one(name)
        known = [(p, expected["people"][p.name]) for p in draft.people if p.name in expected["people"]]
        told += [person.status == facts["status"] for person, facts in known]
    assert sum(told) >= 0.9 * len(told)


def test_what_is_known_of_each_person(read: Read) -> None:
    draft, expected = read
    for person in draft.people:
        facts = expected["people"].get(person.name, {})
        assert set(facts.get("also", [])) <= {person.status, *person.also}
        assert person.charge == facts.get("charge", person.charge)
        assert person.penalty == facts.get("penalty", person.penalty)


def test_main_incidents_with_their_dates(read: Read) -> None:
    draft, expected = read
    found = {(incident.type, incident.date) for incident in draft.incidents}
    for kind, date in expected["incidents"].items():
        dates = {when for code, when in found if code == kind}
        assert dates, f"no {kind}"
        assert date is None or date in dates


def test_how_many_people_each_befell(read: Read) -> None:
    draft, expected = read
    for kind, low in expected.get("counts", {}).items():
        assert low in {i.count.low for i in draft.incidents if i.type == kind and i.count is not None}


def test_opinion_denial_and_supposition_are_no_incidents(read: Read) -> None:
    draft, expected = read
    assert not {incident.type for incident in draft.incidents} & set(expected.get("not_incidents", []))


def test_listed_demands_word_for_word(read: Read) -> None:
    draft, expected = read
    if "demands" in expected:
        assert [" ".join(demand.text.split()) for demand in draft.demands] == [
            " ".join(words.split()) for words in expected["demands"]
        ]


def test_officials_with_their_offices() -> None:
    there, found = set(), set()
    for name in NAMES:
        draft, expected = read_one(name)
        there |= {(name, *one) for one in expected.get("officials", {}).items()}
        found |= {(name, one.name, one.office) for one in draft.officials if one.name}
    assert len(there & found) >= 0.85 * len(there)


def test_deadlines(read: Read) -> None:
    draft, expected = read
    assert {ask.deadline for ask in draft.asks} >= set(expected.get("deadlines", []))


def test_asks(read: Read) -> None:
    draft, expected = read
    assert {ask.kind for ask in draft.asks} >= set(expected["asks"])
    assert bool(draft.asks) == bool(expected["asks"])


def test_speakers(read: Read) -> None:
    draft, expected = read
    assert {statement.speaker for statement in draft.statements} >= set(expected.get("speakers", []))


def test_warnings(read: Read) -> None:
    draft, expected = read
    assert {warning.code for warning in draft.warnings} >= set(expected["warnings"])


def test_furniture_is_no_part_of_the_case(read: Read) -> None:
    draft, expected = read
    text = draft.source.text
    furniture = {text[p.span.start : p.span.end] for p in draft.coverage if p.use == "furniture"}
    assert furniture == set(expected.get("furniture", []))


def test_a_changed_story_contradicts_the_first_answer() -> None:
    draft = read_bytes((CORPUS / "harbour.txt").read_bytes(), "harbour.txt", "2014-03-10")
    answers = [s for s in draft.statements if s.speaker == "Head of the Harbour Prison"]
    changed = next(s for s in answers if s.contradicts is not None)
    assert draft.statements[changed.contradicts or 0].gist.text.endswith("on 3rd March.")
    assert any(answer.refused for answer in answers)
