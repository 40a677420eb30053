"""An answer held to what the OpenAPI document says of its address, by a validator that others wrote."""

import json
from typing import Any

from django.http import HttpResponse
from jsonschema import Draft202012Validator, FormatChecker

from tocsin.api.document import openapi

DOCUMENT = openapi("https://tocsin.example")


def held(path: str, verb: str, answer: HttpResponse) -> Any:
    """The body, once it is as the document describes this status; `path` as it stands there."""
    responses = DOCUMENT["paths"][path][verb]["responses"]
    described = responses[str(answer.status_code)]
    if "$ref" in described:
        described = DOCUMENT["components"]["responses"][described["$ref"].rpartition("/")[2]]
    schema = described["content"][answer.headers["Content-Type"]]["schema"]
    body = json.loads(answer.content)
    whole = {**schema, "components": DOCUMENT["components"]}
    Draft202012Validator(whole, format_checker=FormatChecker()).validate(body)
    return body
