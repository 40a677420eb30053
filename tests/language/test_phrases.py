"""The notation of the cue phrases, and the files that are written in it."""

from pathlib import Path

import pytest

from tocsin.language.lexicon import languages, lexicon
from tocsin.language.phrase_anchors import beginnings_of
from tocsin.language.phrases import Phrases
from tocsin.language.plain_phrases import ways_of
from tocsin.terms.draft import draft_schema
from tocsin.terms.incidents import incident_types

CORPUS = Path(__file__).parent.parent / "corpus"
CLASSES = {"forces": ("police*", "soldiers")}


@pytest.mark.parametrize(
    ("written", "text", "found"),
    [
        ("arrest*", "They were arrested.", "arrested"),
        ("arrest*", "rearrested", None),
        ("was [also] arrested", "She was also arrested", "was also arrested"),
        ("was [also] arrested", "She was arrested", "was arrested"),
        ("picket outside [of]", "Picket outside the mill", "Picket outside"),
        ("picket outside [of]", "Picket outside of it", "Picket outside of"),
        ("refused ... treatment", "refused any medical treatment", "refused any medical treatment"),
        ("refused ... treatment", "refused; then came treatment", None),
        ("(sacked|fired) by", "fired  by", "fired  by"),
        ("scrivete (alla|all')", "scrivete all'ambasciata", "scrivete all'"),
        ("write (all)", "write allemand", None),
        ("organi?e", "to organise", "organise"),
        ("(the )?strike", "the strike", "the strike"),
        ("# years", "6 years", "6 years"),
        ("{forces} attacked", "Riot policemen attacked", "policemen attacked"),
        ("被捕", "三人被捕了", "被捕"),
        ("被(捕|抓)", "三人被抓了", "被抓"),
        ("被*捕", "被当局逮捕了", "被当局逮捕"),
        ("was arrest* by", "who  was\u00a0arrested\n by them", "was\u00a0arrested\n by"),
    ],
)
def test_notation(written: str, text: str, found: str | None) -> None:
    hit = Phrases({"x": [written]}, CLASSES).first(text)
    assert (text[hit.start : hit.end] if hit else None) == found


@pytest.mark.parametrize(
    ("written", "begins"),
    [
        ("arrest*", {"arrest"}),
        ("(sacked|fired) by", {"sacked", "fired"}),
        ("(the |an )?Army", {"the", "an", "army"}),
        ("[already] dead", {"already", "dead"}),
        ("{forces} attacked", {"police", "soldiers"}),
        ("(un|)lawful", {"un", "lawful"}),
        ("# years", set()),
        ("(# |two )?years", set()),
        ("...years", set()),
        ("?rganise", set()),
        ("被捕", {"被捕"}),
    ],
)
def test_what_a_phrase_begins_with(written: str, begins: set[str]) -> None:
    assert beginnings_of(written, CLASSES) == begins


@pytest.mark.parametrize(
    ("written", "ways"),
    [
        ("calls on", ["calls on"]),
        ("(sacked|fired) by", ["sacked by", "fired by"]),
        ("was [also] arrest*", ["was also arrest*", "was arrest*"]),
        ("(the )?strike", ["the strike", "strike"]),
        ("{forces} attacked", ["police* attacked", "soldiers attacked"]),
        ("refused ... treatment", []),
        ("organi?e", []),
        ("# years", []),
        ("no (a|b|c|d|e|f) of (a|b|c|d|e|f)", []),
        ("被(捕|抓)", ["被捕", "被抓"]),
        ("被*捕", []),
    ],
)
def test_a_phrase_written_out_in_full(written: str, ways: list[str]) -> None:
    assert list(ways_of(written, CLASSES)) == ways


def test_a_phrase_is_found_where_lower_case_has_another_length() -> None:
    assert [hit.start for hit in Phrases({"x": ["strike"]}, CLASSES).find("İİ strike, Strike")] == [3, 11]


@pytest.mark.parametrize("language", sorted(languages()))
def test_every_language_file_holds_phrases_that_can_be_read(language: str) -> None:
    words = lexicon(language)
    for part in (
        "sections",
        "incidents",
        "status",
        "demands",
        "asks",
        "statements",
        "not_happened",
        "group_status",
    ):
        words.cues(part).codes("any text")
        for phrase in words.cues(part).phrases:
            assert phrase.pattern.pattern


@pytest.mark.parametrize("language", sorted(languages()))
def test_codes_are_those_of_the_contract(language: str) -> None:
    words, schema = lexicon(language), draft_schema()
    asks = set(schema["properties"]["asks"]["items"]["properties"]["kind"]["enum"])
    statuses = set(schema["$defs"]["status"]["enum"])
    assert set(words.table("incidents")) <= set(incident_types())
    assert set(words.table("asks")) <= asks
    assert set(words.table("status")) <= statuses
    assert set(words.table("group_status")) <= statuses


@pytest.mark.parametrize("part", ["incidents", "status", "asks", "demands", "not_happened"])
def test_the_quick_search_finds_what_trying_every_phrase_finds(part: str) -> None:
    cues = lexicon("en").cues(part)
    for path in CORPUS.glob("*.txt"):
        text = path.read_text(encoding="utf-8")
        tried = [m.span() for phrase in cues.phrases for m in phrase.pattern.finditer(text)]
        assert [(hit.start, hit.end) for hit in cues.find(text)] == tried
