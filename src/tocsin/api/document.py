"""The OpenAPI document: `openapi.json`, with the schema of a case as the exports have it."""

import json
from functools import cache
from importlib import resources
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.http import require_safe

from tocsin.formats.case_json import case_schema
from tocsin.members.access import anyone

_OURS = "#/$defs/"
_THERE = "#/components/schemas/Case"


@anyone
@require_safe
def api_document(request: HttpRequest) -> HttpResponse:
    """For everybody, without a key."""
    return JsonResponse(openapi(settings.PUBLIC_URL), json_dumps_params={"ensure_ascii": False, "indent": 1})


def openapi(origin: str) -> dict[str, Any]:
    """`origin`: scheme and host of this installation."""
    document = json.loads(_text())
    document["servers"] = [{"url": f"{origin}/api/v1"}]
    schema = json.loads(json.dumps(case_schema()).replace(_OURS, _THERE))
    schema.pop("$schema")
    parts = schema.pop("$defs")
    document["components"]["schemas"] |= {"Case": schema, **{f"Case{n}": part for n, part in parts.items()}}
    return dict(document)


@cache
def _text() -> str:
    return resources.files(__package__).joinpath("openapi.json").read_text(encoding="utf-8")
