"""The file of settings: whole, closed to others, and weaker than the environment."""

import os
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured
from hypothesis import given
from hypothesis import strategies as st

from tocsin.site.kept_settings import FILE, adopt, keep, kept

WORDS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x7f"))


@given(st.dictionaries(st.from_regex(r"TOCSIN_[A-Z]{1,9}", fullmatch=True), WORDS, max_size=4))
def test_what_is_kept_is_read_again(
    tmp_path_factory: pytest.TempPathFactory, settings: dict[str, str]
) -> None:
    folder = tmp_path_factory.getbasetemp() / "kept"
    keep(folder, settings)
    assert kept(folder) == settings


def test_only_the_account_that_runs_us_may_read_it(tmp_path: Path) -> None:
    os.umask(0o022)
    keep(tmp_path / "data", {"TOCSIN_SMTP_URL": "smtps://a:b@c"})
    assert (tmp_path / "data" / FILE).stat().st_mode & 0o777 == 0o600
    assert [path.name for path in (tmp_path / "data").iterdir()] == [FILE]


def test_the_environment_wins(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    keep(tmp_path, {"TOCSIN_ORGANISATION": "of the file", "TOCSIN_LEGAL_NOTICE": "of the file"})
    monkeypatch.setenv("TOCSIN_ORGANISATION", "of the environment")
    monkeypatch.setenv("TOCSIN_LEGAL_NOTICE", "")
    monkeypatch.delenv("TOCSIN_LEGAL_NOTICE")
    adopt(tmp_path)
    assert os.environ["TOCSIN_ORGANISATION"] == "of the environment"
    assert os.environ["TOCSIN_LEGAL_NOTICE"] == "of the file"
    del os.environ["TOCSIN_LEGAL_NOTICE"]


@pytest.mark.parametrize("text", ["TOCSIN_A = ", "PATH = '/bin'", "TOCSIN_PROXIES = 1"])
def test_a_file_that_cannot_be_read_is_one_sentence(tmp_path: Path, text: str) -> None:
    (tmp_path / FILE).write_text(text)
    with pytest.raises(ImproperlyConfigured, match=FILE):
        kept(tmp_path)
