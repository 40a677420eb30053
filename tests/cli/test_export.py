"""`tocsin export` and `tocsin import` say what is wrong in one sentence."""

from pathlib import Path

from tests.cli.running import tocsin


def test_a_case_that_is_not_there_and_a_zip_that_is_none(tmp_path: Path) -> None:
    data, bad = tmp_path / "data", tmp_path / "bad.zip"
    bad.write_bytes(b"no zip at all")
    answer = tocsin("export", "nowhere", "--format", "csv", "--data", data)
    assert (answer.returncode, answer.stdout) == (2, "")
    assert "There is no case “nowhere”" in answer.stderr
    answer = tocsin("import", bad, "--data", data)
    assert answer.returncode == 2
    assert "This is not a zip" in answer.stderr
