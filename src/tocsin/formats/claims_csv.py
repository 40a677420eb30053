"""Every claim of a case as one line of CSV, incidents with their codes in other vocabularies."""

import json
from collections.abc import Iterator

from tocsin.terms.case_file import CaseFile, Exhibit, FileSubject, Said
from tocsin.terms.incident_mappings import SCHEMES, conditional, mapped

from .cells import csv_lines

_OF_THE_CLAIM = (
    "case", "subject", "kind", "heading", "incident_type", "incident_date", "predicate", "value", "words", "holds_on",
    "said_by", "said_at", "stance", "circumstance", "exhibit", "inquiry", "source", "source_published", "source_sha256",
    "source_url", "quote", "quote_language",
)  # fmt: skip
COLUMNS = (*_OF_THE_CLAIM, *SCHEMES, "if_known")


def claims_csv(case: CaseFile) -> Iterator[str]:
    """Lines with their ends. `value` is JSON where it is no plain text; `if_known`: mappings under a condition."""
    exhibits = {exhibit.number: exhibit for exhibit in case.exhibits}
    return csv_lines(
        COLUMNS,
        (
            _row(case, subject, said, exhibits.get(said.exhibit or 0))
            for subject in case.subjects
            for said in subject.said
        ),
    )


def _row(case: CaseFile, subject: FileSubject, said: Said, exhibit: Exhibit | None) -> dict[str, object]:
    row: dict[str, object] = {
        "case": case.slug,
        "subject": subject.key,
        "kind": subject.kind,
        "heading": subject.heading,
        "incident_type": subject.type,
        "incident_date": subject.date,
        "predicate": said.predicate,
        "value": said.value if isinstance(said.value, str) else json.dumps(said.value, ensure_ascii=False),
        "words": said.words,
        "holds_on": said.holds_on,
        "said_by": said.said_by,
        "said_at": said.said_at,
        "stance": said.stance,
        "circumstance": said.circumstance,
        "exhibit": said.exhibit,
        "inquiry": said.inquiry,
        "quote": said.quote,
        "quote_language": said.quote_language,
    }
    return row | _source(exhibit) | (_codes(subject.type) if subject.type else {})


def _source(exhibit: Exhibit | None) -> dict[str, object]:
    if exhibit is None:
        return {}
    return {
        "source": exhibit.label,
        "source_published": exhibit.published,
        "source_sha256": exhibit.sha256,
        "source_url": exhibit.url,
    }


def _codes(code: str) -> dict[str, object]:
    under = "; ".join(f"{m.scheme} {m.value} if {m.condition}" for m in conditional(code))
    return {**mapped(code), "if_known": under}
