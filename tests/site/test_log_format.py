"""The log tells where something broke and nothing about whom."""

import logging

import pytest
from django.test import Client, override_settings

from tocsin.site.log_format import WithoutPeople


@pytest.mark.django_db
@override_settings(ROOT_URLCONF="tests.rules.broken_page")
def test_a_broken_page_is_logged_by_name_without_its_address_or_what_it_was_told(
    caplog: pytest.LogCaptureFixture,
) -> None:
    Client(raise_request_exception=False).get("/broken?to=kari@example.no")
    (record,) = (record for record in caplog.records if record.name == "django.request")
    written = WithoutPeople().format(record)
    assert written.startswith("GET on broken_page\n")
    assert 'in broken\n    raise RuntimeError("broken on purpose")\nRuntimeError' in written
    assert "kari" not in written


def test_what_a_fault_was_told_is_left_out() -> None:
    try:
        raise ValueError("kari@example.no is wrong")
    except ValueError as fault:
        record = logging.LogRecord("x", logging.ERROR, __file__, 1, "it broke", (), (ValueError, fault, None))
    assert WithoutPeople().format(record) == "it broke\nValueError"
