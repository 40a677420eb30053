"""A report about invented people, with a draft as the reader would write it, held to the schema."""

import hashlib
from typing import Any

from tests.drafts_held import hold
from tocsin.reports.models import Report
from tocsin.terms.draft import SCHEMA

# Everybody and everything here is invented.
TEXT = """Latvia: dock lawyer Lina Marwede missing

On 3 May 2015 police beat nine dockers and their lawyer Lina Marwede at the gate of the port of Riga.
Marwede was charged with "disturbing trade" and faces two to four years.
The head of the port police said that Lina Marwede had gone home.
Later he said that L. Marwede had been taken to another station.
The port is the ugliest place on the coast.
It rained all night.
We demand:
- the release of Lina Marwede
- an end to the beatings
Send protests to the Embassy of Latvia in Oslo, Bygdoy alle 76, Oslo, Norway, tel. +47 22 54 22 80, [email protected]
A film: https://films.example/marwede-at-the-gate
"""


def span(words: str, text: str = TEXT) -> list[int]:
    start = text.index(words)
    return [start, start + len(words)]


def found(words: str, **fields: Any) -> dict[str, Any]:
    """An item that rests on these words."""
    return {"spans": [span(words)], "confidence": 0.9, "rule": "by hand", **fields}


def draft(**changed: Any) -> dict[str, Any]:
    """The draft of TEXT; `changed` replaces whole sections."""
    written = {"schema": SCHEMA, "source": _source(), **_sections(), **changed}
    hold(written)
    return written


def a_report(text: str = TEXT, **changed: Any) -> Report:
    """Stores the report as received, waiting for review."""
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    stored = {
        "name": "marwede.txt",
        "published": "2015-05-08",
        "publisher": "Harbour Bulletin",
        "sha256": sha256,
        "media_type": "text/plain",
        "original": text.encode(),
        "text": text,
        "language": "en",
        "draft": draft(),
    }
    return Report.objects.create(**(stored | changed))


def _source() -> dict[str, Any]:
    return {
        "sha256": hashlib.sha256(TEXT.encode()).hexdigest(),
        "name": "marwede.txt",
        "media_type": "text/plain",
        "characters": len(TEXT),
        "language": "en",
        "published": "2015-05-08",
        "text": "",
    }


def _sections() -> dict[str, Any]:
    headline = TEXT.splitlines()[0]
    return {
        "headline": {"text": headline, "spans": [span(headline)]},
        "country": {"code": "LV", "spans": [span("Latvia")]},
        "people": [
            found(
                "their lawyer Lina Marwede",
                name="Lina Marwede",
                role="lawyer",
                status="missing",
                charge="disturbing trade",
                field_spans={"name": [span("Lina Marwede")], "charge": [span("disturbing trade")]},
            )
        ],
        "groups": [
            found(
                "nine dockers", label="dockers", count={"low": 9, "high": 9, "text": "nine"}, status="injured"
            )
        ],
        "officials": [found("head of the port police", name=None, office="head of the port police")],
        "organisations": [],
        "incidents": [
            found(
                "police beat nine dockers and their lawyer Lina Marwede",
                type="beating",
                date="2015-05-03",
                place={"name": "Riga", "country": "LV", "latitude": 56.9, "longitude": 24.1},
                count={"low": 9, "high": 9, "text": "nine"},
                actors=["police"],
                affected=["dockers", "their lawyer Lina Marwede"],
                planned=False,
            ),
            found("had been taken to another station", type="arrest", date=None, place=None, count=None)
            | {"confidence": 0.3},
        ],
        "demands": [
            found(
                "the release of Lina Marwede",
                text="the release of Lina Marwede",
                addressed_to="government of Latvia",
            ),
            found(
                "an end to the beatings", text="an end to the beatings", addressed_to="government of Latvia"
            ),
        ],
        "asks": [
            found("Send protests", kind="protest_letter", when=None, deadline=None, audience="everybody")
        ],
        "contacts": [_embassy()],
        "statements": [
            found(
                "The head of the port police said that Lina Marwede had gone home.",
                speaker="head of the port police",
                gist={"text": "Lina Marwede had gone home", "spans": [span("Lina Marwede had gone home")]},
            ),
            found(
                "Later he said that L. Marwede had been taken to another station.",
                speaker="head of the port police",
                gist={
                    "text": "L. Marwede had been taken to another station",
                    "spans": [span("L. Marwede had been taken to another station")],
                },
                contradicts=0,
            ),
        ],
        "links": [
            {
                "url": "https://films.example/marwede-at-the-gate",
                "kind": "video",
                "spans": [span("https://films.example/marwede-at-the-gate")],
            }
        ],
        "warnings": [
            {
                "code": "stale_numbers",
                "message": "Numbers as printed in 2015.",
                "spans": [span("+47 22 54 22 80")],
            }
        ],
        "coverage": _coverage(),
    }


def _embassy() -> dict[str, Any]:
    return found(
        "Embassy of Latvia in Oslo, Bygdoy alle 76, Oslo, Norway, tel. +47 22 54 22 80, [email protected]",
        role="target",
        kind="embassy",
        office="Embassy of Latvia in Oslo",
        person=None,
        of_country="LV",
        in_country="NO",
        serves=["NO", "IS"],
        address="Bygdoy alle 76, Oslo, Norway",
        phones=[{"as_written": "+47 22 54 22 80", "e164": "+4722542280", "valid": True}],
        faxes=[],
        emails=[],
        redacted_emails=1,
        warnings=[],
    )


def _coverage() -> list[dict[str, Any]]:
    uses = {"The port is the ugliest place on the coast.": "opinion", "It rained all night.": "unplaced"}
    lines = [line for line in TEXT.splitlines() if line]
    return [{"span": span(line), "use": uses.get(line, "used")} for line in lines]
