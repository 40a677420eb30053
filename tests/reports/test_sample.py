"""The project's own sample."""

import pytest

from tocsin.reports.models import Report
from tocsin.reports.sample import SAMPLE, load_sample, sample_bytes

pytestmark = pytest.mark.django_db


def test_the_sample_is_stored_once_and_marked() -> None:
    first, second = load_sample(), load_sample()
    assert first == second
    assert [(r.is_sample, r.state, r.published) for r in first] == [
        (True, "received", published) for published in SAMPLE.values()
    ]
    assert Report.objects.count() == len(SAMPLE) == 3


@pytest.mark.parametrize("name", SAMPLE)
def test_each_text_says_first_that_it_is_history(name: str) -> None:
    first = sample_bytes(name).decode().splitlines()[0]
    assert "Historical sample, written for Tocsin" in first
    assert "please write to nobody" in first


def test_the_sample_is_read_as_what_it_is() -> None:
    aktau, zhanaozen, havana = (r.draft for r in load_sample())
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
