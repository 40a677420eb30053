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


@pytest.mark.parametrize(
    ("address", "arguments", "words"),
    [
        ("https://appeal.example/a", (), "unless you ask for it with --online"),
        ("http://127.0.0.1/", ("--online",), "stands in a private network"),
        ("http://[::1]/", ("--online",), "stands in a private network"),
        ("http://appeal.example:22/", ("--online",), "only the ports 80 and 443"),
    ],
)
def test_web_addresses_are_refused_in_words(address: str, arguments: tuple[str, ...], words: str) -> None:
    result = run(address, *arguments)
    assert result.exit_code == 2
    assert words in result.stderr


def test_a_web_address_is_fetched_and_named_where_it_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    def fetch_page(url: str) -> tuple[bytes, str]:
        return b"<p>Poland: Ewa Nikomu was arrested in Gdynia on Monday.</p>", url + "/at-last"

    monkeypatch.setattr("tocsin.fetching.page.fetch_page", fetch_page)
    draft = json.loads(run("https://appeal.example/a", "--online", "--format", "json").stdout)
    assert (draft["source"]["name"], draft["source"]["media_type"]) == (
        "https://appeal.example/a/at-last",
        "text/html",
    )


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
