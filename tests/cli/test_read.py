"""`tocsin read` as scripts use it."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tocsin.cli.read import command

CORPUS = Path(__file__).parent.parent / "corpus"
HARBOUR = str(CORPUS / "harbour.txt")


def run(*arguments: str, stdin: bytes | None = None) -> Result:
    return CliRunner().invoke(command, list(arguments), input=stdin)


def test_lines_of_json_with_dates_from_a_map(tmp_path: Path) -> None:
    dates = tmp_path / "published.json"
    dates.write_text(json.dumps({"harbour.txt": "2014-03-10", "list.txt": None}), encoding="utf-8")
    result = run(HARBOUR, str(CORPUS / "list.txt"), "--format", "jsonl", "--published-map", str(dates))
    drafts = [json.loads(line) for line in result.stdout.splitlines()]
    assert result.exit_code == 0
    assert [draft["source"]["published"] for draft in drafts] == ["2014-03-10", None]


def test_the_text_can_be_left_out() -> None:
    draft = json.loads(run(HARBOUR, "--format", "json", "--no-text").stdout)
    assert draft["source"]["text"] == ""
    assert draft["source"]["characters"] > 500
    assert draft["people"]


def test_standard_input() -> None:
    result = run("-", "--format", "json", stdin=b"Poland: Ewa Nikomu was arrested in Gdynia on Monday.")
    assert json.loads(result.stdout)["source"]["name"] == "standard input"


def test_what_cannot_be_read_is_named_after_the_rest_was_read(tmp_path: Path) -> None:
    empty, binary, folder = tmp_path / "empty.txt", tmp_path / "b.txt", tmp_path / "folder"
    empty.touch()
    binary.write_bytes(bytes(range(256)) * 4)
    folder.mkdir()
    bad = [str(empty), str(binary), str(folder), str(tmp_path / "missing.txt"), "https://appeal.example/a"]
    result = run(*bad, HARBOUR, "--format", "jsonl")
    assert result.exit_code == 2
    assert len(result.stdout.splitlines()) == 1
    lines = result.stderr.splitlines()
    assert [line.split(": ")[0] for line in lines] == bad


def test_a_huge_file_is_refused_unread(tmp_path: Path) -> None:
    huge = tmp_path / "huge.txt"
    with huge.open("wb") as file:
        file.truncate(50 * 2**20)
    result = run(str(huge))
    assert result.exit_code == 2
    assert "10 MB" in result.stderr


@pytest.mark.parametrize(("arguments", "words"), [((), "--online"), (("--online",), "not be fetched yet")])
def test_web_addresses_are_refused_in_words(arguments: tuple[str, ...], words: str) -> None:
    result = run("https://appeal.example/a", *arguments)
    assert result.exit_code == 2
    assert words.replace("not be", "cannot be") in result.stderr or words in result.stderr


@pytest.mark.parametrize("date", ["yesterday", "2011-13", "2011-06-32"])
def test_a_bad_date_is_refused(date: str) -> None:
    result = run(HARBOUR, "--published", date)
    assert result.exit_code == 2
    assert date in result.stderr


def test_the_table_names_people_and_warnings() -> None:
    out = run(HARBOUR, "--published", "2014-03-10").stdout
    assert "Marta Invenção" in out
    assert "! site_donation" in out


def test_the_page_is_self_contained_and_escapes(tmp_path: Path) -> None:
    text = tmp_path / "x.txt"
    text.write_text(
        "Poland: <script>alert(1)</script> Ewa Nikomu was arrested & beaten in Gdynia.", encoding="utf-8"
    )
    page = run(str(text), "--format", "html").stdout
    assert "<script" not in page
    assert "&lt;script&gt;" in page
    assert "<mark" in page
    assert "http" not in page
