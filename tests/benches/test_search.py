"""`tocsin bench search`: it invents the same crowd each time, asks what people ask, and tells ratios."""

import json
import subprocess
import sys

import pytest

from tocsin.benches.crowd.fill import Crowd, make_crowd
from tocsin.benches.crowd.words import TONGUES, vocabulary
from tocsin.benches.search import searched
from tocsin.benches.searches import searches
from tocsin.cases.models import Claim, SearchEntry, Subject
from tocsin.reports.models import Report, ReportState


@pytest.fixture(scope="module")
def made(once: None) -> Crowd:
    return make_crowd(100)


@pytest.fixture
def crowd(made: Crowd, db: None) -> Crowd:
    return made


def test_a_crowd_is_reports_people_incidents_and_claims_in_cases(crowd: Crowd) -> None:
    assert Report.objects.count() == 100
    assert Report.objects.filter(state=ReportState.RECEIVED, cases=None).count() == 6
    assert crowd.big.reports.count() == 40
    assert crowd.big.subjects.filter(kind="person").count() == 130
    assert crowd.big.subjects.filter(kind="incident").count() == 300
    assert Subject.objects.filter(kind="person").count() == 130 + 54
    assert Claim.objects.count() == 2_434
    assert SearchEntry.objects.filter(kind="report").count() == 100
    assert crowd.everybody.cases.count() == len(crowd.cases) + 1
    assert crowd.few.cases.count() == 3


def test_words_are_the_same_in_each_run_and_distinct() -> None:
    for tongue in TONGUES:
        words = vocabulary(tongue, 1_000)
        assert len(set(words)) == 1_000
        assert words == vocabulary(tongue, 1_000)


def test_every_kind_of_search_finds_something_and_one_finds_nothing(crowd: Crowd) -> None:
    found: dict[str, int] = {}
    for each in searches(crowd):
        found[each.kind] = found.get(each.kind, 0) + each.whole()
    assert found.pop("what nobody wrote") == 0
    assert found["a word that stands everywhere"] > 50
    assert found["the same, by who sees three cases"] > 50
    assert {kind for kind, number in found.items() if not number} <= {"a rare word", "words in quotes"}


def test_what_is_measured_is_told_with_its_floor(crowd: Crowd) -> None:
    whole, *kinds = searched(crowd, 100, "sqlite", rounds=1)
    assert whole.path == "all searches, 100 reports"
    assert {row.path for row in kinds} == {each.kind for each in searches(crowd)}
    for row in (whole, *kinds):
        assert row.database == "sqlite"
        assert row.ratio_to_limit > 0
        assert row.p50_ms is not None
        assert row.p95_ms is not None
        assert row.p50_ms <= row.p95_ms


@pytest.mark.soak
def test_the_command_measures_in_an_installation_of_its_own() -> None:
    command = [
        sys.executable,
        "-m",
        "tocsin.cli.main",
        "bench",
        "search",
        "--reports",
        "50",
        "--quick",
        "--json",
    ]
    said = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)
    assert said["bench"] == "search"
    assert said["results"][0]["path"] == "all searches, 50 reports"
