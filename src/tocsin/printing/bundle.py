"""The numbered bundle of a case: what stands on its pages, in which order.

The order is that in which UN special procedures and the ILO's Committee on Freedom of Association ask; see
`docs/decisions/0010-the-order-of-a-bundle.md`.
"""

from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from tocsin.language.date_words import date_words
from tocsin.terms.case_file import CaseFile, Exhibit, FileSubject, Said

from .sheet import Sheet, set_sheet

# Said of people who may have done it, not by them.
_ACTORS = "actors"


def bundle(case: CaseFile, words: dict[str, str]) -> Sheet:
    """The pages as a PDF. `words` are the headings and labels in the reader's language. Raises CannotPrint."""
    return set_sheet("bundle", bundle_data(case, words), case.made_on)


def bundle_data(case: CaseFile, words: dict[str, str]) -> dict[str, Any]:
    """What the template is told. Claims are numbered from 1 through all subjects, in the order of the pages."""
    order = (*case.people, *case.groups, *_by_date(case), *case.statements)
    numbers = {said.key: place for place, said in enumerate((s for o in order for s in o.said), 1)}
    return {
        "words": words,
        "title": case.title,
        "country": case.country_name,
        "organisation": case.organisation,
        "made_on": date_words(case.made_on),
        "is_public": case.is_public,
        "assessment": case.assessment,
        "claims_count": len(numbers),
        "people": [_subject(person, numbers) for person in case.people],
        "groups": [_subject(group, numbers) for group in case.groups],
        "responsible": list(_responsible(case)),
        "chronicle": [_line(incident) for incident in _by_date(case)],
        "incidents": [_subject(incident, numbers) for incident in _by_date(case)],
        "statements": [_subject(statement, numbers) for statement in case.statements],
        "demands": [_demand(demand) for demand in case.demands],
        "remedies": [_dated(asdict(remedy)) for remedy in case.remedies],
        "inquiries": [asdict(i) | {"asked_at": i.asked_at.replace("T", " ")[:16]} for i in case.inquiries],
        "deadlines": [_dated(asdict(deadline)) for deadline in case.deadlines],
        "exhibits": [_exhibit(exhibit) for exhibit in case.exhibits],
    }


def _by_date(case: CaseFile) -> tuple[FileSubject, ...]:
    """Unknown years and dates last."""
    return tuple(sorted(case.incidents, key=lambda i: i.date if i.date and i.date[0] != "X" else "9999"))


def _line(incident: FileSubject) -> dict[str, Any]:
    affected = (incident.words("count"), incident.words("affected"))
    return {
        "when": date_words(incident.date),
        "what": incident.heading,
        "place": incident.words("place"),
        "affected": ": ".join(words for words in affected if words),
        "done_by": incident.words(_ACTORS),
        "said_by": incident.words("said_by"),
        "planned": bool(incident.value("planned")),
        "exhibits": incident.exhibits,
        "verdict": incident.wordings[0].verdict_words if incident.wordings else "",
    }


def _subject(subject: FileSubject, numbers: dict[int, int]) -> dict[str, Any]:
    return {
        "heading": subject.heading,
        "when": date_words(subject.date),
        "is_minor": subject.is_minor,
        "consent": subject.consent,
        "wordings": [
            asdict(w) | {"cites": sorted(numbers[key] for key in w.cites if key in numbers)}
            for w in subject.wordings
        ],
        "said": [_said(said, numbers[said.key], subject.date) for said in subject.said],
    }


def _said(said: Said, number: int, known: str) -> dict[str, Any]:
    """`known`: the date that stands in the heading already."""
    return {
        "number": number,
        "label": said.label,
        "words": said.words,
        "holds_on": "" if said.holds_on == known else date_words(said.holds_on),
        "said_by": said.said_by,
        "said_at": date_words(said.said_at),
        "stance": "" if said.stance == "asserts" else said.stance_words,
        "circumstance": said.circumstance_words,
        "exhibit": said.exhibit,
        "inquiry": said.inquiry,
        "quote": " ".join(said.quote.split()),
        "language": said.quote_language.split("-")[0] or "en",
    }


def _responsible(case: CaseFile) -> Iterator[dict[str, Any]]:
    """Whom a source names as doing it, each once; then officials that reports name."""
    seen: dict[str, set[int]] = {}
    for incident in case.incidents:
        for said in incident.said:
            if said.predicate == _ACTORS:
                seen.setdefault(said.words, set()).update([said.exhibit] if said.exhibit else [])
    for who, exhibits in seen.items():
        yield {"who": who, "office": "", "exhibits": sorted(exhibits)}
    for official in case.officials:
        yield {
            "who": official.words("name"),
            "office": official.words("office"),
            "exhibits": official.exhibits,
        }


def _demand(demand: FileSubject) -> dict[str, Any]:
    return {
        "text": demand.heading,
        "to": demand.words("addressed_to"),
        "by": demand.words("by"),
        "exhibits": demand.exhibits,
    }


def _dated(record: dict[str, Any]) -> dict[str, Any]:
    days = {name: date_words(record[name]) for name in ("tried_on", "decided_on", "due_on") if name in record}
    return record | days


def _exhibit(exhibit: Exhibit) -> dict[str, Any]:
    """The hash in groups of eight, so that a line can break and an eye can follow."""
    digest = exhibit.sha256
    groups = " ".join(digest[start : start + 8] for start in range(0, len(digest), 8))
    received = exhibit.received_at.replace("T", " ")[:16]
    return asdict(exhibit) | {"sha256": groups, "received_at": received}
