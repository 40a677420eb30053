"""A draft as a summary for the terminal."""

import textwrap
from collections import Counter
from collections.abc import Iterator
from typing import Any

WIDTH = 100
INDENT = "    "
SUGGESTION_BELOW = 0.5


def summary(draft: dict[str, Any]) -> str:
    """A few lines a heading; headings of what was not found are left out, warnings come first."""
    return "\n".join([*_head(draft), *_body(draft), _coverage(draft), ""])


def _head(draft: dict[str, Any]) -> Iterator[str]:
    source = draft["source"]
    yield "=" * WIDTH
    yield source["name"]
    if draft["headline"]:
        yield from _wrapped(" ".join(draft["headline"]["text"].split()), "")
    country = draft["country"]["code"] if draft["country"] else "country not told"
    published = source["published"] or "publication date not told"
    yield f"{country} · {published} · language {source['language'] or 'not told'} · {source['characters']} characters"
    for warning in draft["warnings"]:
        yield from _wrapped(f"! {warning['code']}: {warning['message']}", "")


def _body(draft: dict[str, Any]) -> Iterator[str]:
    for heading, key, line in (
        ("People at risk", "people", _person),
        ("Groups without names", "groups", _group),
        ("Officials", "officials", _official),
        ("What happened", "incidents", _incident),
        ("Demands", "demands", _demand),
        ("Asks", "asks", _ask),
        ("Statements", "statements", _statement),
        ("Contacts", "contacts", _contact),
        ("Links", "links", _link),
    ):
        if draft[key]:
            yield f"{heading} ({len(draft[key])})"
            for item in draft[key]:
                yield from _wrapped(_joined(line(item), _suggested(item)), INDENT)


def _suggested(item: dict[str, Any]) -> str | None:
    return "a suggestion" if item.get("confidence", 1.0) < SUGGESTION_BELOW else None


def _wrapped(text: str, indent: str) -> list[str]:
    return textwrap.wrap(text, WIDTH, initial_indent=indent, subsequent_indent=indent + "  ") or [indent]


def _joined(*parts: str | None) -> str:
    return " · ".join(" ".join(part.split()) for part in parts if part)


def _count(count: dict[str, Any] | None) -> str | None:
    return count["text"] if count else None


def _person(person: dict[str, Any]) -> str:
    states = ", ".join([person["status"], *person["also"]]).replace("_", " ")
    charge = f"charge: {person['charge']}" if person["charge"] else None
    penalty = f"penalty: {person['penalty']}" if person["penalty"] else None
    return _joined(person["name"], person["role"], states, charge, penalty)


def _group(group: dict[str, Any]) -> str:
    return _joined(group["label"], group["status"].replace("_", " "))


def _official(official: dict[str, Any]) -> str:
    return _joined(official["name"] or "(no name)", official["office"])


def _incident(incident: dict[str, Any]) -> str:
    place = incident["place"]["name"] if incident["place"] else None
    planned = "planned" if incident["planned"] else None
    said = f"according to {incident['said_by']}" if incident["said_by"] else None
    date = incident["date"] or "no date"
    return _joined(date, incident["type"].replace("_", " "), place, _count(incident["count"]), planned, said)


def _demand(demand: dict[str, Any]) -> str:
    return _joined(demand["text"], f"to {demand['addressed_to']}" if demand["addressed_to"] else None)


def _ask(ask: dict[str, Any]) -> str:
    return _joined(
        ask["kind"].replace("_", " "),
        f"asked of {ask['audience']}" if ask["audience"] else None,
        f"by {ask['by']}" if ask["by"] else None,
        f"on {ask['when']}" if ask["when"] else None,
        f"before {ask['deadline']}" if ask["deadline"] else None,
    )


def _statement(statement: dict[str, Any]) -> str:
    refused = "refused to answer" if statement["refused"] else None
    contradicts = "contradicts an earlier answer" if statement["contradicts"] is not None else None
    return _joined(statement["speaker"], refused, contradicts, statement["gist"]["text"])


def _contact(contact: dict[str, Any]) -> str:
    serves = f"serves {', '.join(contact['serves'])}" if contact["serves"] else None
    hidden = f"{contact['redacted_emails']} address(es) hidden" if contact["redacted_emails"] else None
    numbers = ", ".join(number["as_written"] for number in contact["phones"])
    faxes = ", ".join(number["as_written"] for number in contact["faxes"])
    return _joined(
        contact["role"].replace("_", " "), contact["office"] or "(no office named)", contact["person"],
        f"in {contact['in_country']}" if contact["in_country"] else None, serves, ", ".join(contact["emails"]),
        hidden, f"tel. {numbers}" if numbers else None, f"fax {faxes}" if faxes else None,
    )  # fmt: skip


def _link(link: dict[str, Any]) -> str:
    return _joined(link["kind"], link["url"])


def _coverage(draft: dict[str, Any]) -> str:
    counts = Counter(placed["use"] for placed in draft["coverage"])
    return "Sentences: " + (", ".join(f"{counts[use]} {use}" for use in sorted(counts)) or "none")
