"""An invented case as it leaves the house, with what is hard about real ones: contradictions, doubt, many scripts."""

from typing import Any

from tocsin.terms.case_file import (
    CaseFile,
    Exhibit,
    FileDeadline,
    FileInquiry,
    FileRemedy,
    FileSubject,
    Said,
    Wording,
)

QUOTES = {
    "en": "Lina Marwede, a lawyer of the dockers",
    "ru": "Адвокат остаётся под стражей, свидания с ней не разрешают",
    "kk": "Қорғаушы Ақтаудағы тергеу абақтысында отыр",
    "zh": "律师被判处六年监禁",
    "ar": "المحامية محتجزة في أكتاو (انظر 12 مارس)",
    "hi": "वकील हिरासत में हैं",
    "th": "ทนายความถูกควบคุมตัว",
}


def said(key: int, predicate: str, value: Any, words: str = "", **more: Any) -> Said:
    return Said(key, predicate, predicate.capitalize(), words or str(value), value, **{"exhibit": 1, **more})


def exhibit(number: int, **more: Any) -> Exhibit:
    fields = {
        "publisher": "Harbour Bulletin",
        "published": f"2015-05-0{number}",
        "received_at": "2015-06-01T10:00:00+00:00",
        "received_how": "uploaded",
        "url": "https://harbour.example/1",
        "language": "en",
        "media_type": "text/plain",
        "size": 1200 + number,
        "sha256": f"{number:x}" * 64,
        "file": f"exhibits/E00{number}.txt",
    }
    return Exhibit(number, f"Report of {number} May 2015, Harbour Bulletin", **{**fields, **more})


def lawyer() -> FileSubject:
    """Held by one source; free by another, who spoke in custody; released, which a third denies."""
    statuses = (
        said(2, "status", "held", said_by="her sister", quote=QUOTES["ru"], quote_language="ru", exhibit=2),
        said(
            3, "status", "free", circumstance="in_custody", circumstance_words="in custody", said_by="herself"
        ),
        said(4, "status", "released", stance="denies", stance_words="denies it", inquiry=1, exhibit=None),
        said(5, "charge", "disturbing trade"),
    )
    wording = Wording("status", "Status", "Held since May.", "disputed", "disputed", (2, 4))
    name = said(1, "name", "Lina Marwede", quote=QUOTES["en"], quote_language="en")
    return FileSubject(
        1, "person", "Lina Marwede", (name, *statuses), (wording,), naming="full", consent=("her sister",)
    )


def incident(key: int, kind: str, date: str, **more: Any) -> FileSubject:
    claims = (
        said(key * 10, "type", kind, "Beating"),
        said(key * 10 + 1, "date", date),
        said(
            key * 10 + 2,
            "place",
            {"name": "Riga", "country": "LV", "latitude": 56.9, "longitude": 24.1},
            "Riga",
        ),
        said(key * 10 + 3, "affected", ["Lina Marwede", "dockers"], "Lina Marwede, dockers"),
        said(key * 10 + 4, "actors", ["port police"], "port police"),
        *(said(key * 10 + 5 + n, name, value) for n, (name, value) in enumerate(more.items())),
    )
    return FileSubject(key, "incident", "Beating", claims, type=kind, date=date)


def case_file(**changed: Any) -> CaseFile:
    fields: dict[str, Any] = {
        "key": 12,
        "slug": "latvia-2015",
        "title": "Dockers of Riga",
        "country": "LV",
        "country_name": "Latvia",
        "assessment": "Nine dockers and their lawyer were beaten.",
        "is_public": False,
        "made_on": "2026-11-22",
        "organisation": "Solidarity Desk",
        "people": (lawyer(),),
        "incidents": (incident(2, "beating_at_protest", "2015-05-03?"), incident(3, "arrest", "2015-05-04")),
        "demands": (FileSubject(6, "demand", "the release", (said(90, "text", "the release"),)),),
        "exhibits": (exhibit(1), exhibit(2, language="ru", repeats=1)),
        "inquiries": (
            FileInquiry(1, "Port police", "phone", "2015-05-05T10:20+00:00", "Vera", "its head", "hung_up", "hung up"),
        ),
        "remedies": (FileRemedy(1, "prosecutor", "Prosecutor of Riga", "an inquiry", "2015-05-06", "refused", "refused"),),
        "deadlines": (FileDeadline("2015-06-03", "remand ends"),),
    }  # fmt: skip
    return CaseFile(**(fields | changed))
