"""Every shipped row says who states it and when, and is written so that people can compare versions."""

import csv
import re
from importlib import resources
from pathlib import Path

import pytest

from tocsin.routing.shipped import shipped_sources
from tocsin.routing.shipped.tables import all_rows, fields_of, firsts
from tocsin.terms.offices import MISSIONS

SOURCED = ("missions.csv", "contacts.csv", "exceptions.csv", "hub_prior.csv")
EDTF = re.compile(r"\d{4}(?:-\d\d){0,2}(?:/\d{4}(?:-\d\d){0,2})?")


@pytest.mark.parametrize("name", SOURCED)
def test_every_row_has_a_source_and_a_date(name: str) -> None:
    known = {row["code"] for row in all_rows("sources.csv")}
    rows = all_rows(name)
    assert rows
    assert [row for row in rows if row["source"] not in known or not EDTF.fullmatch(row["date"])] == []


@pytest.mark.parametrize("name", [*SOURCED, "sources.csv"])
def test_rows_are_sorted_lines(name: str) -> None:
    text = resources.files("tocsin.routing.shipped").joinpath(name).read_text(encoding="utf-8")
    rows = list(csv.reader(text.splitlines()))[1:]
    assert rows == sorted(rows)
    assert len(rows) == len(text.splitlines()) - 1
    assert not [row for row in rows if "," in row[0] or '"' in row[0]]


def test_no_row_is_shipped_twice() -> None:
    missions = [(row["key"], row["source"]) for row in all_rows("missions.csv")]
    exceptions = [(*list(row.values())[:5], row["source"]) for row in all_rows("exceptions.csv")]
    assert len(missions) == len(set(missions))
    assert len(exceptions) == len(set(exceptions))


def test_every_source_is_used_and_says_its_licence() -> None:
    used = {row["source"] for name in SOURCED for row in all_rows(name)}
    assert {row["code"] for row in all_rows("sources.csv")} == used
    assert all(row["licence"] and row["url"].startswith("http") for row in all_rows("sources.csv"))


def test_sources_are_counted_with_their_rows() -> None:
    found = shipped_sources()
    assert sum(source.rows for source in found) == sum(len(all_rows(name)) for name in SOURCED)
    assert (found[0].date, found[0].licence) == ("2022-11-16", "CC0 1.0")
    assert (found[1].name, found[1].date) == ("The World Factbook", "2026-01-22")


def test_codes_and_kinds_are_those_of_the_house() -> None:
    rows = all_rows("missions.csv")
    codes = {code for row in rows for code in (row["sender"], row["host"], *row["serves"].split("|"))}
    assert [code for code in codes if not re.fullmatch(r"[A-Z]{2}", code)] == []
    assert {row["kind"] for row in rows} <= MISSIONS
    at_home = [(row["sender"], row["serves"]) for row in rows if row["sender"] == row["host"]]
    assert at_home == [("IT", "VA")]  # its embassy to the Holy See stands in Rome


def test_contacts_belong_to_missions() -> None:
    missions = {(row["sender"], row["key"]) for row in all_rows("missions.csv")}
    assert {(row["sender"], row["key"]) for row in all_rows("contacts.csv")} <= missions


def test_numbers_are_e164_or_marked() -> None:
    numbers = [row for row in all_rows("contacts.csv") if row["channel"] in ("phone", "fax")]
    plain = [row for row in numbers if row["status"] != "invalid"]
    assert [row for row in plain if not re.fullmatch(r"\+[1-9]\d{6,14}", row["value"])] == []
    assert [row for row in numbers if row["status"] != "valid" and not row["repaired"]] == []
    marked = [row for row in numbers if row["status"] == "invalid"]
    assert [row for row in marked if row["value"] != row["as_written"]] == []
    assert len(plain) / len(numbers) > 0.97


def test_a_code_that_nobody_has_finds_nothing() -> None:
    assert fields_of("missions.csv", "ZZ") == []


@pytest.mark.parametrize("name", SOURCED)
def test_the_rows_of_each_are_all_rows(name: str) -> None:
    together = [row for first in firsts(name) for row in fields_of(name, first)]
    assert together == [list(row.values()) for row in all_rows(name)]


def test_the_decision_page_counts_what_ships() -> None:
    page = Path(__file__).parents[3] / "docs/decisions/0009-the-directory-ships-dated-and-doubtful.md"
    told = dict(
        re.findall(
            r"^\| `(\w+\.csv)` \|.*\| ([\d,]+)[^|]*\|$", page.read_text(encoding="utf-8"), re.MULTILINE
        )
    )
    shipped = (*SOURCED, "sources.csv")
    assert told == {name: f"{len(all_rows(name)):,}" for name in shipped}
