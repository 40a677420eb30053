import json

import pytest
from click.testing import CliRunner

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


def run(*arguments):
    return CliRunner().invoke(command, arguments)


def test_json_has_the_shape_that_scripts_rely_on(draft):
    result = run("KZ", "--from", "NO", "--overlay", draft, "--json")
    assert result.exit_code == 0
    assert json.loads(result.stdout) == {
        "offices": [
            {
                "name": "Embassy of Kazakhstan in London",
                "kind": "embassy",
                "city": "London",
                "in_country": "GB",
                "reason": "The appeal of June 2011 lists the London embassy for Norway.",
                "reason_code": "listed_for",
                "source": "own.txt",
                "source_date": "2011-06-15",
                "confidence": "not confirmed since",
                "channels": {
                    "post": [
                        {
                            "value": "1 Square, London",
                            "as_written": "1 Square, London",
                            "repaired": None,
                            "confirmed": False,
                        }
                    ]
                },
            }
        ],
        "warnings": [
            {
                "code": "nothing_confirmed",
                "message": "Nobody has confirmed these offices since they were printed: check before you write.",
            },
            {
                "code": "unreadable",
                "message": "E-mail addresses that stood in the appeal and cannot be read any more: 1.",
            },
        ],
    }


def test_for_people_warnings_go_to_stderr(draft):
    result = run("Kazakhstan", "--from", "norway", "--overlay", draft)
    assert result.stdout == (
        "1. Embassy of Kazakhstan in London\n"
        "   The appeal of June 2011 lists the London embassy for Norway. (not confirmed since)\n"
        "   post: 1 Square, London\n"
    )
    assert result.stderr.startswith("Nobody has confirmed")


@pytest.mark.parametrize("country", ["Korea", "Nowhereland", "zz"])
def test_a_country_must_be_clear(country):
    result = run("KZ", "--from", country)
    assert result.exit_code == 2
    assert "names no country, or more than one" in result.stderr


@pytest.mark.parametrize("text", ["not json", "[]x", '{"contacts": []}', "[1]"])
def test_an_overlay_must_be_a_draft(tmp_path, text):
    path = tmp_path / "other.json"
    path.write_text(text)
    result = run("KZ", "--from", "NO", "--overlay", str(path))
    assert result.exit_code == 2
    assert "tocsin read" in result.stderr


def test_drafts_may_stand_one_a_line(tmp_path):
    path = tmp_path / "drafts.jsonl"
    path.write_text(f"{json.dumps(DRAFT)}\n{json.dumps(DRAFT)}\n")
    result = run("KZ", "--from", "NO", "--overlay", str(path), "--json")
    assert len(json.loads(result.stdout)["offices"]) == 2
