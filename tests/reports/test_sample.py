"""The project's own sample."""

import re

import pytest

from tocsin.reports.models import Report
from tocsin.reports.sample import SAMPLE, load_sample, sample_bytes

pytestmark = pytest.mark.django_db


def test_the_sample_is_stored_once_and_marked() -> None:
    first, second = load_sample(), load_sample()
    assert first == second
    assert [(r.is_sample, r.state, r.published) for r in first] == [
        (True, "received", published) for published, _publisher in SAMPLE.values()
    ]
    assert Report.objects.count() == len(SAMPLE)


@pytest.mark.parametrize("name", SAMPLE)
def test_each_text_says_first_that_it_is_history(name: str) -> None:
    first = sample_bytes(name).decode().splitlines()[0]
    assert re.search("Historical sample|Исторический образец|Historisches Beispiel", first)
    assert re.search(
        "please write to nobody|писать по нему никому не нужно|bitte schreiben Sie niemandem", first
    )


def test_the_story_is_told_in_three_languages_by_at_least_ten_short_reports() -> None:
    told = [r for r in load_sample() if r.name.startswith("story/")]
    assert len(told) >= 10
    assert {r.language for r in told} == {"en", "ru", "de"}
    assert max(len(r.text) for r in told) < 2000


def test_the_sample_is_read_as_what_it_is() -> None:
    drafts = {r.name: r.draft for r in load_sample()}
    aktau, zhanaozen, havana = (
        drafts[f"{name}.txt"] for name in ("aktau-2011-06", "zhanaozen-2011-06", "havana-2003-04")
    )
    assert [d["country"]["code"] for d in (aktau, zhanaozen, havana)] == ["KZ", "KZ", "CU"]
    assert {p["name"] for p in aktau["people"]} == {"Natalia Sokolova"}
    assert "Raúl Rivero" in {p["name"] for p in havana["people"]}
    embassies = [c for c in zhanaozen["contacts"] if c["kind"] == "embassy"]
    norway = next(c for c in embassies if "NO" in c["serves"])
    assert (len(embassies), norway["in_country"]) == (11, "GB")


def test_no_address_of_the_sample_can_be_written_to() -> None:
    contacts = [c for r in load_sample() for c in r.draft["contacts"]]
    assert [email for c in contacts for email in c["emails"]] == []
    assert sum(c["redacted_emails"] for c in contacts) >= 15
