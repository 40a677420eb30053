"""A zip that somebody made by hand, with every hash right: what no page could show is refused, told where it stands."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from tests import cast
from tocsin.cases.exchange.pack.errors import CannotImport
from tocsin.cases.models import CarriedEntry, Case, Claim, Subject
from tocsin.directory.models import Office
from tocsin.members.models import AuditEntry, Member
from tocsin.reports.models import Report

from .full_case import full_case
from .packs import Files, forget, packed, relist, restored, spoilt

pytestmark = pytest.mark.django_db
MADE: list[bytes] = []
Row = dict[str, Any]


@pytest.fixture
def data(rustam: Member) -> bytes:
    """The zip of a case that this server knows nothing of any more."""
    if not MADE:
        case = full_case(rustam)
        MADE.append(packed(case))
        forget(case)
    return MADE[0]


def rewritten(name: str, where: Row, change: Row) -> Callable[[Files], None]:
    """Changes the first line of a file that holds `where`, and its hash with it."""

    def change_it(files: Files) -> None:
        rows = [json.loads(line) for line in files[name].splitlines()]
        next(row for row in rows if where.items() <= row.items()).update(change)
        relist(files, name, "".join(json.dumps(row) + "\n" for row in rows))

    return change_it


def without_people(files: Files) -> None:
    relist(files, "tables/people.jsonl", "")


# Table, the line that is changed, the change; the field that is named in the refusal.
CLAIM_OF_A_DATE = {"predicate": "date"}
WRONG: list[tuple[str, Row, Row, str]] = [
    ("claims", {"predicate": "status"}, {"predicate": "shoe_size"}, "predicate"),
    ("claims", {"predicate": "status"}, {"predicate": "gist"}, "predicate"),
    ("claims", {"predicate": "name"}, {"predicate": "same_as"}, "predicate"),
    ("claims", CLAIM_OF_A_DATE, {"value": "last Ramadan"}, "value"),
    ("claims", CLAIM_OF_A_DATE, {"value": "2015-02-31"}, "value"),
    ("claims", CLAIM_OF_A_DATE, {"value": ["2015-05-03"]}, "value"),
    ("claims", {"predicate": "count"}, {"value": {"low": 10**30, "high": None, "text": "many"}}, "value"),
    ("claims", {"predicate": "count"}, {"value": {"low": -1, "high": 2, "text": "few"}}, "value"),
    ("claims", {"predicate": "count"}, {"value": "nine"}, "value"),
    ("claims", {"predicate": "place"}, {"value": {"name": "Riga"}}, "value"),
    ("claims", {"predicate": "place"}, {"value": {"name": "Riga", "country": "LV", "latitude": 1e9}}, "value"),
    ("claims", {"predicate": "status"}, {"value": "a hero"}, "value"),
    ("claims", {"predicate": "status"}, {"value": {}}, "value"),
    ("claims", {"predicate": "status"}, {"value": None}, "value"),
    ("claims", {"predicate": "name"}, {"spans": [[0, 10_000_000]]}, "spans"),
    ("claims", {"predicate": "name"}, {"spans": [[5, 2]]}, "spans"),
    ("claims", {"predicate": "name"}, {"spans": [["0", "3"]]}, "spans"),
    ("claims", {"predicate": "name"}, {"spans": "all of it"}, "spans"),
    ("claims", {"predicate": "name"}, {"stance": "shrugs"}, "stance"),
    ("claims", {"predicate": "name"}, {"said_at": "yesterday"}, "said_at"),
    ("claims", {"predicate": "name"}, {"asserted_by": 7}, "asserted_by"),
    ("claims", {"predicate": "name"}, {"asserted_by": "x" * 201}, "asserted_by"),
    ("claims", {"predicate": "name"}, {"accepted_at": "2015-05-09T10:00:00"}, "accepted_at"),
    ("claims", {"predicate": "name"}, {"accepted_at": "9999-12-31T23:59:59-14:00"}, "accepted_at"),
    ("claims", {"predicate": "name"}, {"subject": True}, "subject"),
    ("subjects", {"kind": "incident"}, {"kind": "saint"}, "kind"),
    ("subjects", {"kind": "incident"}, {"kind": ""}, "kind"),
    ("subjects", {"kind": "incident"}, {"position": 10**30}, "position"),
    ("subjects", {"kind": "incident"}, {"item": 0}, "item"),
    ("people", {}, {"naming": "shouted"}, "naming"),
    ("people", {}, {"subject_ptr": 1}, "subject_ptr"),
    ("cases", {}, {"slug": "../../admin"}, "slug"),
    ("cases", {}, {"slug": ""}, "slug"),
    ("cases", {}, {"title": ""}, "title"),
    ("reports", {}, {"source_url": "javascript:alert(1)"}, "source_url"),
    ("reports", {}, {"published": "soon"}, "published"),
    ("reports", {}, {"draft": []}, "draft"),
    ("reports", {}, {"draft": {"schema": "tocsin-draft/1"}}, "draft"),
    ("review_items", {}, {"section": "gossip"}, "section"),
    ("review_items", {}, {"spans": [[0, 99_999]]}, "spans"),
    ("review_fields", {"name": "date"}, {"name": "hour"}, "name"),
    ("review_fields", {"name": "date"}, {"proposed": 5}, "proposed"),
    ("sentence_marks", {}, {"use": "thrown away"}, "use"),
    ("sentence_marks", {}, {"end": 99_999}, "end"),
    ("assessments", {}, {"predicate": "mood"}, "predicate"),
    ("judgements", {}, {"right": 1}, "right"),
    ("consents", {}, {"given_on": "long ago"}, "given_on"),
    ("deadlines", {}, {"due_on": "0001-01-01"}, "due_on"),
    ("remedies", {}, {"outcome": "won"}, "outcome"),
    ("members", {}, {"email": "nobody"}, "email"),
]  # fmt: skip


def refused(data: bytes, change: Callable[[Files], None]) -> str:
    """What is said; and nothing of it is here."""
    before = counts()
    with pytest.raises(CannotImport) as refusal:
        restored(spoilt(data, change))
    assert counts() == before
    return str(refusal.value)


def counts() -> list[int]:
    models = (Case, Subject, Claim, Report, Office, CarriedEntry, AuditEntry, Member)
    return [model._default_manager.count() for model in models]


@pytest.mark.parametrize(("table", "where", "change", "name"), WRONG)
def test_what_no_page_could_show_is_refused(
    data: bytes, table: str, where: Row, change: Row, name: str
) -> None:
    said = refused(data, rewritten(f"tables/{table}.jsonl", where, change))
    assert said.startswith(f"“tables/{table}.jsonl”, line ")
    assert said.endswith(f": its “{name}” does not fit. Nothing was stored; export the case again.")


def test_the_line_is_counted_as_an_editor_counts_it(data: bytes) -> None:
    said = refused(data, rewritten("tables/subjects.jsonl", {"position": 1}, {"kind": "saint"}))
    assert said.startswith("“tables/subjects.jsonl”, line 2: ")


def test_a_person_without_a_rule_for_her_name_is_refused(data: bytes) -> None:
    assert "one line for each person" in refused(data, without_people)


@pytest.mark.parametrize(
    ("name", "where", "change", "words"),
    [
        ("tables/claims.jsonl", {"predicate": "name"}, {"asserted_by": "a\0b"}, "cannot be read"),
        ("tables/claims.jsonl", {"predicate": "name"}, {"asserted_by": "\ud800"}, "cannot be read"),
        ("tables/judgements.jsonl", {}, {"score": float("inf")}, "cannot be read"),
        ("tables/judgements.jsonl", {}, {"score": float("nan")}, "cannot be read"),
        ("tables/subjects.jsonl", {"position": 99}, {"item": 1}, "“tables/subjects.jsonl” holds cannot be stored"),
        ("audit.jsonl", {}, {"at": 5}, "“audit.jsonl”, line 1: its “at” does not fit"),
        ("audit.jsonl", {}, {"link": "https://evil.example"}, "“audit.jsonl”, line 1: its “link” does not fit"),
    ],
)  # fmt: skip
def test_letters_and_numbers_that_nobody_could_store_are_refused(
    data: bytes, name: str, where: Row, change: Row, words: str
) -> None:
    assert words in refused(data, rewritten(name, where, change))


def test_backslashes_that_are_part_of_a_text_are_no_offence(data: bytes) -> None:
    change = rewritten("tables/claims.jsonl", {"predicate": "name"}, {"asserted_by": r"C:\u0000\ud800 ᠎"})
    imported = restored(spoilt(data, change))
    assert Claim.objects.filter(subject__case=imported.case, asserted_by__startswith="C:").count() == 1


def test_who_waits_for_whom_in_a_circle_breaks_no_page(data: bytes) -> None:
    """Nobody here could judge so; a zip can say it."""

    def turn_round(files: Files) -> None:
        rows = [json.loads(line) for line in files["tables/subjects.jsonl"].splitlines()]
        people = [at for at, row in enumerate(rows) if row["kind"] == "person"]
        for at, other in zip(people, people[1:] + people[:1], strict=True):
            rows[at]["same_as"] = other
        relist(files, "tables/subjects.jsonl", "".join(json.dumps(row) + "\n" for row in rows))

    case = restored(spoilt(data, turn_round), cast.member("Ada")).case
    ada = cast.desk_client("Ada")
    for page in ("", "chronicle"):
        assert ada.get(f"/desk/cases/{case.slug}/{page}").status_code == 200
