"""Words that begin alike stand together in an expression, which finds what a plain list would."""

import re

from hypothesis import given
from hypothesis import strategies as st

from tocsin.language.one_of import one_of, one_of_stems

WORDS = st.lists(st.text("abc .-", min_size=1, max_size=5).map(str.strip).filter(bool), unique=True)


@given(WORDS, st.text("abcABC .-", max_size=12))
def test_finds_what_a_list_of_all_words_finds(words: list[str], text: str) -> None:
    listed = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True)) or "(?!)"
    spans = [match.span() for match in re.finditer(rf"(?i)(?:{listed})(?!\w)", text)]
    assert [match.span() for match in re.finditer(rf"(?i)(?:{one_of(words, ' ')})(?!\w)", text)] == spans


def test_words_that_begin_alike_stand_together() -> None:
    assert one_of(["may", "march", "mar", "june", "july"]) == "m(?:arch|ay|ar)|j(?:une|uly)"


def test_a_blank_between_words_is_any_blank() -> None:
    assert re.fullmatch(one_of(["more than"]), "more \n than")


def test_stems_are_open() -> None:
    found = re.compile(rf"(?:{one_of_stems(['activist*', 'actor', 'actress', 'act?ve', 'acts'])})(?!\w)")
    assert [m[0] for m in found.finditer("activists actors active acts")] == ["activists", "active", "acts"]


def test_no_words_match_nothing() -> None:
    assert re.search(one_of([]), "text") is None
