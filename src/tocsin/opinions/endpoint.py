"""An OpenAI-compatible endpoint, on this machine unless an administrator and the report itself say otherwise."""

import json
from collections.abc import Iterator
from functools import cache
from importlib import resources
from typing import Any, cast

from tocsin.terms.draft import draft_schema

from .endpoint_settings import EndpointSettings
from .errors import NotInstalled, OpinionFailed
from .exchange import post
from .finding import KINDS, Finding, Kind

PATH = "/chat/completions"


class EndpointReader:
    """A language model asked over HTTP. `may_leave`: whether this text may go to another server at all.

    Where the address turns out to be another machine's and not both the settings and `may_leave` allow it, nothing
    is sent. Raises `NotInstalled` where address or model is not set.
    """

    name = "endpoint"

    def __init__(self, settings: EndpointSettings, may_leave: bool = False) -> None:
        if not (settings.url and settings.model):
            raise NotInstalled("No endpoint is set up. Set TOCSIN_ENDPOINT_URL and TOCSIN_ENDPOINT_MODEL.")
        self._settings, self._may_leave = settings, may_leave

    @property
    def stays_here(self) -> bool:
        return not self._settings.is_elsewhere

    def read(self, text: str, language: str | None) -> list[Finding]:
        """Answers are parsed strictly: an answer of another shape is refused, a finding of another is left out."""
        body = json.dumps(_question(text, language, self._settings.model)).encode()
        path = self._settings.parts.path + PATH
        return _findings(post(self._settings, path, body, self._may_leave))


def _question(text: str, language: str | None, model: str) -> dict[str, Any]:
    told = prompt() + (f"\n\nThe report's language is: {language}." if language else "")
    return {
        "model": model,
        "temperature": 0,
        "stream": False,
        "response_format": {
            "type": "json_schema",
            "json_schema": {"name": "findings", "strict": True, "schema": answer_schema()},
        },
        "messages": [{"role": "system", "content": told}, {"role": "user", "content": text}],
    }


@cache
def prompt() -> str:
    """What the model is told, with the codes of the draft schema."""
    written = resources.files(__package__).joinpath("prompt.txt").read_text(encoding="utf-8")
    return written.strip().replace("STATUSES", ", ".join(_statuses()))


def answer_schema() -> dict[str, Any]:
    """The JSON schema that an answer is asked to hold to."""
    properties = {
        "kind": {"enum": sorted(KINDS)},
        "name": {"type": "string"},
        "quote": {"type": "string"},
        "status": {"enum": [*_statuses(), None]},
        "role": {"type": ["string", "null"]},
    }
    finding = _closed(properties)
    return _closed({"findings": {"type": "array", "items": finding}})


def _closed(properties: dict[str, Any]) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def _statuses() -> list[str]:
    return cast(list[str], draft_schema()["$defs"]["status"]["enum"])


def _findings(answer: bytes) -> list[Finding]:
    try:
        content = json.loads(answer)["choices"][0]["message"]["content"]
        claimed = json.loads(content)["findings"]
    except (ValueError, LookupError, TypeError, RecursionError):
        raise OpinionFailed("its answer is not of the shape that was asked for") from None
    if not isinstance(claimed, list):
        raise OpinionFailed("its answer is not of the shape that was asked for")
    return [finding for each in claimed for finding in _finding(each)]


def _finding(claimed: object) -> Iterator[Finding]:
    """Nothing for another shape or an unknown kind; an unknown status is left out of its finding."""
    if not isinstance(claimed, dict):
        return
    kind, name, quote = claimed.get("kind"), claimed.get("name"), claimed.get("quote")
    status, role = claimed.get("status"), claimed.get("role")
    if isinstance(kind, str) and kind in KINDS and isinstance(name, str) and isinstance(quote, str):
        known = status if status in _statuses() else None
        yield Finding(cast(Kind, kind), name, quote, known, role if isinstance(role, str) else None)
