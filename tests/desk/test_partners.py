"""Partners and their keys: an administrator's page."""

import re

import pytest
from django.test import Client

from tests.api.conftest import Program
from tocsin.actions.models import Partner
from tocsin.members.models import AuditEntry

pytestmark = pytest.mark.django_db


def test_written_down_given_a_key_and_revoked_all_in_the_audit(ada_at_desk: Client) -> None:
    ada_at_desk.post("/desk/partners/", {"name": "Dockers of Oslo", "slug": "dockers-oslo"})
    partner = Partner.objects.get()
    page = ada_at_desk.post(f"/desk/partners/{partner.pk}/key").content.decode()
    key = re.search(r'class="secret">([^<]+)<', page)[1]
    assert Program(key).get("/actions").status_code == 200
    listed = ada_at_desk.get("/desk/partners/").content.decode()
    assert key not in listed
    assert key[-4:] in listed
    ada_at_desk.post(f"/desk/partners/{partner.pk}/revoke")
    assert Program(key).get("/actions").status_code == 401
    acts = AuditEntry.objects.filter(subject=f"partner {partner.pk}").order_by("pk")
    assert list(acts.values_list("act", flat=True)) == [
        "partner.made",
        "partner.key_made",
        "partner.key_revoked",
    ]
    assert key not in str(list(acts.values()))


def test_a_short_name_is_taken_once(ada_at_desk: Client) -> None:
    for _ in range(2):
        answer = ada_at_desk.post("/desk/partners/", {"name": "Dockers", "slug": "dockers"})
    assert answer.status_code == 422
    assert "short name of another partner" in answer.content.decode()
    assert Partner.objects.count() == 1
