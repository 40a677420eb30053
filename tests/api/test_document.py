"""The document itself, held to OpenAPI 3.1 by a library that others wrote, and to our addresses."""

import json
import re

import pytest
from django.test import Client
from openapi_spec_validator import OpenAPIV31SpecValidator

from tests.api.described import DOCUMENT
from tests.rules.routes import routes


def test_it_is_openapi() -> None:
    OpenAPIV31SpecValidator(DOCUMENT).validate()


def test_a_flaw_in_it_would_be_found() -> None:
    broken = json.loads(json.dumps(DOCUMENT))
    del broken["paths"]["/actions/{slug}"]["get"]["responses"]
    broken["paths"]["/actions/{slug}"]["get"]["parameters"][0]["required"] = False
    assert list(OpenAPIV31SpecValidator(broken).iter_errors())


def test_it_tells_of_every_address_and_of_no_other() -> None:
    ours = {route.pattern for route in routes() if route.address.startswith("/api/v1/")}
    assert {re.sub(r"<slug:(\w+)>", r"{\1}", f"/{pattern}") for pattern in ours} == set(DOCUMENT["paths"])


@pytest.mark.django_db
def test_everybody_may_read_it(client: Client) -> None:
    told = json.loads(client.get("/api/v1/openapi.json").content)
    assert told["openapi"].startswith("3.1")
    assert told["servers"] == [{"url": "http://127.0.0.1:8000/api/v1"}]
