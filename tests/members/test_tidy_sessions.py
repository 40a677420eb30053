"""A session that is over leaves no row behind."""

from datetime import timedelta

import pytest
from django.contrib.sessions.models import Session
from django.utils import timezone

from tocsin.members.tidy_sessions import tidy_sessions


@pytest.mark.django_db
def test_sessions_that_are_over_are_forgotten() -> None:
    now = timezone.now()
    Session.objects.create(session_key="over", session_data="", expire_date=now - timedelta(seconds=1))
    Session.objects.create(session_key="open", session_data="", expire_date=now + timedelta(hours=1))
    tidy_sessions({})
    assert list(Session.objects.values_list("session_key", flat=True)) == ["open"]
