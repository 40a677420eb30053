"""`tocsin import-offices` as somebody types it."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from tests.cli.running import tocsin

from tocsin.cli import import_offices

LIST = "Country;City;Phone;Note\nNorway;Oslo;+47 22 42 06 30;x\nSweden;Stockholm;08 12 34 56;\n"
GIVEN = ("--of", "Latvia", "--kind", "embassy", "--source", "Her list", "--date", "2026-05")


@pytest.fixture
def sheet(tmp_path: Path) -> Path:
    path = tmp_path / "sheet.csv"
    path.write_text(LIST)
    return path


Typed = Callable[..., Result]


@pytest.fixture
def typed(monkeypatch: pytest.MonkeyPatch, db: None) -> Typed:
    """The command in this process: it finds the installation of the tests where it would load its own."""
    monkeypatch.setattr(import_offices, "load", lambda data: None)
    monkeypatch.setattr(import_offices, "prepare_database", lambda: None)
    return lambda *arguments: CliRunner().invoke(import_offices.command, [*map(str, arguments)])


def test_it_shows_what_would_change(fresh: Path, sheet: Path) -> None:
    shown = tocsin("import-offices", sheet, *GIVEN, "--data", fresh)
    assert shown.returncode == 0
    assert "    Country: in country\n    City: city\n    Phone: phone\n    Note: not used\n" in shown.stdout
    assert "in Oslo: phone: nothing → +4722420630\n" in shown.stdout
    assert "0 new, 2 changed, 0 no longer listed, 0 kept" in shown.stdout
    assert shown.stdout.endswith("Nothing is written yet. To write it, say the same with --apply.\n")


def test_it_writes_only_when_it_is_told_to(typed: Typed, sheet: Path) -> None:
    for told, changed in (([], 2), (["--apply"], 2), ([], 0)):
        done = typed(sheet, *GIVEN, *told)
        assert (done.exit_code, "Nothing is written" in done.stdout) == (0, bool(changed and not told))
        assert f"0 new, {changed} changed, 0 no longer listed, 0 kept" in done.stdout


def test_bad_rows_are_named_and_nothing_is_written(typed: Typed, sheet: Path) -> None:
    sheet.write_text(f"{LIST}Ruritania;Strelsau;;\n")
    refused = typed(sheet, *GIVEN, "--apply")
    assert refused.exit_code == 2
    assert f"{sheet}, line 4: “Ruritania” is no country that is known" in refused.stderr
    assert "so nothing is written. Mend them, or give --skip-bad." in refused.stderr
    taken = typed(sheet, *GIVEN, "--apply", "--skip-bad")
    assert (taken.exit_code, "2 changed" in taken.stdout) == (0, True)


def test_a_map_is_told_with_its_licence(tmp_path: Path, typed: Typed) -> None:
    office = {
        "office": "diplomatic",
        "diplomatic": "embassy",
        "country": "LV",
        "addr:city": "Oslo",
        "@id": "node/1",
    }
    feature = {
        "type": "Feature",
        "properties": office,
        "geometry": {"type": "Point", "coordinates": [10.7, 59.9]},
    }
    path = tmp_path / "map.geojson"
    path.write_text(json.dumps({"type": "FeatureCollection", "features": [feature]}))
    assert "with --date" in typed(path).stderr
    shown = typed(path, "--date", "2026-05-01", "--apply")
    assert "© OpenStreetMap contributors, Open Database License 1.0." in shown.stdout
    assert "1 new, 0 changed, 0 no longer listed, 0 the same.\n" in shown.stdout


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        ((), "Name the file to read"),
        (("no-such-file.csv",), "no-such-file.csv: there is no such file"),
        (("--wikidata",), "Wikidata is not asked unless you say so with --online"),
        (("--wikidata", "--online", "Korea"), "is no country that is known, or more than one"),
        (("README.md", "--date", "soon"), "is not a date"),
        (("README.md", "--kind", "bakery"), "is no kind of office"),
        (("README.md",), "README.md: no line of it names columns that are known"),
    ],
)
def test_what_cannot_be_done_is_said_in_a_sentence(
    typed: Typed, arguments: tuple[str, ...], sentence: str
) -> None:
    refused = typed(*arguments)
    assert (refused.exit_code, sentence in refused.stderr) == (2, True), refused.output
