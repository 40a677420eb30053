"""`tocsin read --second-opinion` as scripts use it."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from tests.opinions.model_server import says, serving
from tests.opinions.told import TEXT

from tocsin.cli.read import command

# The words that the rules name nobody in.
QUOTE = "in the hall of the Brotherhood of Tallymen"
UNION = {
    "kind": "organisation",
    "name": "Brotherhood of Tallymen",
    "quote": QUOTE,
    "status": None,
    "role": None,
}


@pytest.fixture
def appeal(tmp_path: Path) -> str:
    file = tmp_path / "marwede.txt"
    file.write_text(TEXT, encoding="utf-8")
    return str(file)


def run(*arguments: str, **settings: str) -> Result:
    return CliRunner(env={"TOCSIN_ENDPOINT_MODEL": "small", **settings}).invoke(command, list(arguments))


def test_nobody_else_is_asked_by_default(appeal: str) -> None:
    with serving(says(UNION)) as server:
        result = run(
            appeal, "--format", "json", TOCSIN_ENDPOINT_URL=server.url, TOCSIN_SECOND_OPINION="endpoint"
        )
    assert (result.exit_code, server.paths) == (0, [])
    assert "second opinion" not in result.stdout


def test_the_endpoints_suggestions_stand_beside_what_the_rules_read(appeal: str) -> None:
    with serving(says(UNION, UNION | {"name": "Nobodies"})) as server:
        result = run(
            appeal, "--format", "json", "--second-opinion", "endpoint", TOCSIN_ENDPOINT_URL=server.url
        )
    without = json.loads(run(appeal, "--format", "json").stdout)
    with_it = json.loads(result.stdout)
    named = [
        item for item in with_it["organisations"] if item["rule"].startswith("second opinion of endpoint")
    ]
    assert ([item["name"] for item in named], result.exit_code) == (["Brotherhood of Tallymen"], 0)
    assert (with_it["people"], with_it["contacts"]) == (without["people"], without["contacts"])
    assert [w["code"] for w in with_it["warnings"]][-1] == "second_opinion_limits"


def test_an_endpoint_that_fails_costs_a_warning(appeal: str) -> None:
    with serving(says()) as gone:
        pass
    result = run(appeal, "--second-opinion", "endpoint", TOCSIN_ENDPOINT_URL=gone.url)
    assert result.exit_code == 0
    assert "! second_opinion_failed: The second reader endpoint gave no opinion" in result.stdout


@pytest.mark.parametrize(
    ("arguments", "given", "words"),
    [
        (("--second-opinion", "endpoint"), {"TOCSIN_ENDPOINT_URL": ""}, "Set TOCSIN_ENDPOINT_URL"),
        (
            ("--second-opinion", "endpoint"),
            {"TOCSIN_ENDPOINT_URL": "llm"},
            "TOCSIN_ENDPOINT_URL cannot be read",
        ),
        (
            ("--second-opinion", "endpoint", "--may-leave"),
            {"TOCSIN_ENDPOINT_URL": "https://192.0.2.1/v1"},
            "TOCSIN_ENDPOINT_ELSEWHERE=yes",
        ),
        (
            ("--second-opinion", "endpoint"),
            {"TOCSIN_ENDPOINT_URL": "https://192.0.2.1/v1", "TOCSIN_ENDPOINT_ELSEWHERE": "yes"},
            "--may-leave",
        ),
    ],
)
def test_what_cannot_be_asked_or_may_not_leave_is_refused_before_anything_is_read(
    appeal: str, arguments: tuple[str, ...], given: dict[str, str], words: str
) -> None:
    result = run(appeal, *arguments, **given)
    assert (result.exit_code, result.stdout) == (2, "")
    assert words in result.stderr


@pytest.mark.parametrize("reader", ["spacy", "natasha"])
def test_a_reader_that_is_not_installed_says_how_to_mend_it(
    appeal: str, reader: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    monkeypatch.setattr("tocsin.opinions.spacy_reader.find_spec", lambda name: None)
    result = run(appeal, "--second-opinion", reader)
    assert (result.exit_code, f"pip install {reader}" in result.stderr) == (2, True)
