from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client
from pytest_django import Settings

from tests import cast
from tests.delivery.scene import Scene, open_action
from tocsin.actions.models import Partner
from tocsin.actions.partners.keys import make_key
from tocsin.actions.partners.make_partner import make_partner
from tocsin.supporters.rate_keys import rate_keys


@pytest.fixture
def scene(db: None, settings: Settings, tmp_path_factory: pytest.TempPathFactory) -> Scene:
    settings.PAGES_FOLDER = tmp_path_factory.mktemp("pages")
    return open_action()


@pytest.fixture
def partner(db: None) -> Partner:
    return make_partner("Dockers of Oslo", "dockers-oslo", cast.member("Ada"))


class Program:
    """A partner's server, with its key."""

    def __init__(self, key: str) -> None:
        self.headers = {"Authorization": f"Bearer {key}"}

    def get(self, path: str, **headers: str) -> HttpResponse:
        return Client().get(f"/api/v1{path}", headers=self.headers | headers)

    def post(self, path: str, body: Any, **headers: str) -> HttpResponse:
        strict = Client(enforce_csrf_checks=True)
        return strict.post(
            f"/api/v1{path}", body, content_type="application/json", headers=self.headers | headers
        )


@pytest.fixture
def program(partner: Partner) -> Program:
    return Program(make_key(partner, cast.member("Ada")))


@pytest.fixture(autouse=True)
def _new_hour() -> None:
    rate_keys.forget()
