import json

import pytest
from click.testing import CliRunner
from tests.cli.running import tocsin

from tocsin.cli.route import command

DRAFT = {
    "source": {"name": "own.txt", "published": "2011-06-15"},
    "contacts": [
        {
            "role": "target", "kind": "embassy", "office": "Embassy of Kazakhstan in Norway", "person": None,
            "of_country": "KZ", "in_country": "GB", "serves": ["NO"], "address": "1 Square, London",
            "phones": [], "faxes": [], "emails": [], "redacted_emails": 1,
        },
    ],
}  # fmt: skip


@pytest.fixture
def draft(tmp_path):
    path = tmp_path / "draft.json"
    path.write_text(json.dumps(DRAFT))
    return str(path)


THE_SHIPPED_APPEAL = "Appeal of the Socialist Movement Kazakhstan for the strikers of Zhanaozen"


def run(*arguments):
    return CliRunner().invoke(command, arguments)


def test_json_has_the_shape_that_scripts_rely_on(draft):
    result = run("KZ", "--from", "NO", "--as-of", "2011-06", "--overlay", draft, "--json")
    assert result.exit_code == 0
    found = json.loads(result.stdout)
    assert found["offices"][0] == {
        "name": "Embassy of Kazakhstan in London",
        "kind": "embassy",
        "city": "London",
        "in_country": "GB",
        "reason": "The appeal of June 2011 lists the London embassy for Norway.",
        "reason_code": "listed_for",
        "source": "own.txt",
        "source_date": "2011-06-15",
        "confidence": "not confirmed since",
        "confidence_code": "as_printed",
        "note": "",
        "also": [{"source": THE_SHIPPED_APPEAL, "source_date": "2011-06-15"}],
        "channels": {
            "post": [
                {
                    "value": "1 Square, London",
                    "as_written": "1 Square, London",
                    "repaired": None,
                    "confirmed": False,
                    "source": "own.txt",
                    "source_date": "2011-06-15",
                }
            ]
        },
    }
    assert found["warnings"][-1] == {
        "code": "unreadable",
        "message": "E-mail addresses that stood in the appeal and cannot be read any more: 1.",
    }


def test_for_people_warnings_go_to_stderr(draft):
    result = run("Kazakhstan", "--from", "norway", "--as-of", "2011-06", "--overlay", draft)
    assert result.stdout.startswith(
        "1. Embassy of Kazakhstan in London\n"
        "   The appeal of June 2011 lists the London embassy for Norway. (not confirmed since)\n"
        "   post: 1 Square, London\n"
    )
    assert "Whether that was so in June 2011 is not known." in result.stderr


def test_without_a_case_the_directory_answers():
    found = json.loads(run("KZ", "--from", "NO", "--as-of", "2026-06", "--json").stdout)["offices"]
    assert [(o["kind"], o["city"], o["confidence_code"]) for o in found] == [
        ("embassy", "Oslo", "from_directory"),
        ("permanent_mission", "Geneva", "no_source"),
        ("ministry", "Astana", "no_source"),
        ("head_of_state", "Astana", "no_source"),
    ]
    assert found[0]["channels"]["web"][0]["source"] == "Wikidata"


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("Korea", "'Korea' may mean North Korea (KP), South Korea (KR): say which."),
        ("Czechoslovakia", "'Czechoslovakia' may mean Czechia (CZ), Slovakia (SK): say which."),
        (
            "Nowhere at all",
            "'Nowhere at all' names no country that is known here: give its two letters, such as NO.",
        ),
    ],
)
def test_what_may_mean_several_countries_is_asked_back(name, says):
    result = run("KZ", "--from", name)
    assert result.exit_code == 2
    assert says in result.stderr


@pytest.mark.parametrize("name", ["no", "Norway", "Норвегия", "挪威", "Oslo, Norway", "Norwegen"])
def test_a_country_is_named_in_any_language(name):
    told = json.loads(run("KZ", "--from", name, "--as-of", "2026-06", "--json").stdout)
    assert told["offices"][0]["city"] == "Oslo"


def test_as_somebody_types_it():
    said = tocsin("route", "Kazakhstan", "--from", "Norway", "--as-of", "2011-06", "--json")
    offices = json.loads(said.stdout)["offices"]
    assert (said.returncode, offices[0]["city"], offices[0]["source_date"]) == (0, "London", "2011-06-15")
    assert [office["kind"] for office in offices[1:]] == ["permanent_mission", "ministry", "head_of_state"]


def test_a_day_that_is_none_is_refused_in_a_sentence():
    result = run("KZ", "--from", "NO", "--as-of", "June 2011")
    assert result.exit_code == 2
    assert "such as 2011, 2011-06 or 2011-06-15" in result.stderr


def test_drafts_may_stand_one_a_line(tmp_path):
    path = tmp_path / "drafts.jsonl"
    path.write_text(f"{json.dumps(DRAFT)}\n{json.dumps(DRAFT)}\n")
    result = run("KZ", "--from", "NO", "--as-of", "2011-06", "--overlay", str(path), "--json")
    cities = [office["city"] for office in json.loads(result.stdout)["offices"]]
    assert cities[:3] == ["London", "London", "Geneva"]
