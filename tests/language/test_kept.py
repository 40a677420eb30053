"""What is made of data files is kept until one of them changes."""

import sys
from pathlib import Path

import pytest

from tocsin.language.kept import kept


@pytest.fixture(autouse=True)
def _python_keeps(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    monkeypatch.setattr(sys, "pycache_prefix", str(tmp_path / "compiled"))


@pytest.fixture
def source(tmp_path: Path) -> Path:
    file = tmp_path / "words.yaml"
    file.write_text("strike", encoding="utf-8")
    return file


def _made(source: Path) -> dict[str, object]:
    """What the file says now."""
    word = source.read_text(encoding="utf-8")
    return kept("words", [source], lambda: {"word": word, "letters": (frozenset(word), len(word))})


def test_it_is_made_once(source: Path) -> None:
    first = _made(source)
    assert kept("words", [source], lambda: pytest.fail("made again")) == first


def test_a_changed_file_is_read_again(source: Path) -> None:
    _made(source)
    source.write_text("march!", encoding="utf-8")
    assert _made(source)["word"] == "march!"


def test_what_was_kept_by_halves_is_made_again(source: Path, tmp_path: Path) -> None:
    _made(source)
    (file,) = (tmp_path / "compiled").rglob("*.kept")
    file.write_bytes(file.read_bytes()[:-3])
    assert _made(source)["word"] == "strike"


def test_nothing_is_kept_where_python_keeps_nothing(
    source: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    _made(source)
    assert not (tmp_path / "compiled").exists()


def test_a_folder_that_cannot_be_written_does_no_harm(source: Path, tmp_path: Path) -> None:
    (tmp_path / "compiled").write_text("a file where the folder would be", encoding="utf-8")
    assert _made(source)["word"] == "strike"
