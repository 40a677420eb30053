"""Drafts as one page of their own: the text with what was read from it lit up."""

import itertools
from collections.abc import Iterator
from html import escape
from typing import Any

KINDS = {
    "people": "person", "groups": "group", "officials": "official", "organisations": "organisation",
    "incidents": "incident", "demands": "demand", "asks": "ask", "contacts": "contact", "statements": "statement",
    "links": "link", "warnings": "warning",
}  # fmt: skip
STYLE = """
body{font:1.1rem/1.5 Georgia,serif;max-width:44rem;margin:2rem auto;padding:0 1rem;background:#fdfcf8;color:#1c1b18}
pre{white-space:pre-wrap;font:inherit;border-inline-start:.2rem solid #bbb;padding-inline-start:1rem}
mark{background:#ece7d4;color:inherit;border-block-end:.12rem solid #8a8266}
mark[title~=person],mark[title~=group]{border-block-end-color:#b3261e;background:#f8e3df}
mark[title~=demand],mark[title~=ask]{background:#dfeadb;border-block-end-color:#3d6b35}
mark[title~=contact]{background:#dde6f0;border-block-end-color:#35587a}
h1,h2{font-family:system-ui,sans-serif;line-height:1.2}footer,.note{font-family:system-ui,sans-serif;font-size:.9rem}
@media (prefers-color-scheme:dark){body{background:#171613;color:#eae6da}mark{background:#3a372c}
mark[title~=person],mark[title~=group]{background:#4a2420}mark[title~=demand],mark[title~=ask]{background:#24381f}
mark[title~=contact]{background:#203447}}
"""


def page(drafts: list[dict[str, Any]]) -> str:
    """Self-contained: nothing is fetched, no script runs."""
    body = "\n".join(part for draft in drafts for part in _article(draft))
    return (
        '<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><title>Drafts</title>'
        '<meta name="viewport" content="width=device-width,initial-scale=1">'
        f"<style>{STYLE}</style></head><body>\n{body}\n</body></html>"
    )


def _article(draft: dict[str, Any]) -> Iterator[str]:
    source = draft["source"]
    yield f"<article><h1>{escape(source['name'])}</h1>"
    for warning in draft["warnings"]:
        yield f'<p class="note"><strong>{escape(warning["code"])}</strong> {escape(warning["message"])}</p>'
    yield f'<pre lang="{escape(source["language"] or "")}">{lit(source["text"], spans_of(draft))}</pre></article>'


def spans_of(draft: dict[str, Any]) -> list[tuple[int, int, str]]:
    """(start, end, kind) of everything found."""
    return [
        (start, end, word)
        for key, word in KINDS.items()
        for item in draft[key]
        for start, end in item["spans"]
    ]


def lit(text: str, spans: list[tuple[int, int, str]]) -> str:
    """The text escaped, each stretch marked with the kinds of all the spans that hold it."""
    edges = sorted({0, len(text), *(s for s, _, _ in spans), *(e for _, e, _ in spans)})
    parts: list[str] = []
    for start, end in itertools.pairwise(edges):
        if end > len(text):
            break
        kinds = sorted({word for s, e, word in spans if s <= start and end <= e})
        words = escape(text[start:end])
        parts.append(f'<mark title="{" ".join(kinds)}">{words}</mark>' if kinds else words)
    return "".join(parts)
