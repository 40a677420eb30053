"""Dates, countries and sources of a review and a case are said in their reader's language, and typed in any."""

from datetime import UTC, datetime

import pytest
from django.utils import translation

from tocsin.language.countries import country_codes
from tocsin.reports.kinds.measured import Date
from tocsin.reports.kinds.places import Countries, Country, Place
from tocsin.reports.label import report_label
from tocsin.reports.models import Report

LANGUAGES = ["en", "ar", "de", "es", "fr", "kk", "nb", "pt", "ru"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_said_in_a_language_is_read_in_it(language: str) -> None:
    aktau = {"name": "Aktau", "country": "KZ", "latitude": None, "longitude": None}
    with translation.override(language):
        for kind, value in ((Country(), "NL"), (Countries(), ["NO", "CD", "GB"]), (Place(), aktau)):
            read = kind.read(kind.typed(value))
            assert (read | aktau if isinstance(read, dict) else read) == value
            assert isinstance(read, dict) is False or read["country"] == "KZ"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_country_is_found_by_the_name_that_a_form_said(language: str) -> None:
    with translation.override(language):
        kind = Country()
        assert [code for code in sorted(country_codes()) if kind.read(kind.typed(code)) != code] == []


def test_each_in_the_readers_words() -> None:
    report = Report(published="2011-06-15", publisher="Odak", received_at=datetime.now(UTC))
    with translation.override("ru"):
        assert Date().words("2011-06-15") == "15 июня 2011"
        assert Country().words("NO") == "Норвегия"
        assert "15 июня 2011" in report_label(report)
    with translation.override("en"):
        assert report_label(report) == "Report of 15 June 2011, Odak"
