"""An invented case with everything that a chronicle has to bear: contradictions, doubtful dates, a withheld name."""

import hashlib
from typing import Any

from django.utils import timezone

from tocsin.cases.models import Case, CaseMember, Claim, Inquiry, PersonAtRisk, Remedy, Subject
from tocsin.members.models import Member
from tocsin.reports.models import Report

# Nobody of this name may ever stand on a public page.
CANARY = "Canarina Withheldova"
HOSTILE = "</title><script>alert('1')</script>"
RIGA = {"name": "Riga", "country": "LV", "latitude": 56.95, "longitude": 24.1}
QUAY = {"name": "Quay Nine", "country": None, "latitude": None, "longitude": None}


def count(low: int, high: int | None, text: str) -> dict[str, Any]:
    return {"low": low, "high": high, "text": text}


class Scene:
    """A public case; every claim in it may be shown."""

    def __init__(self, slug: str = "dockers") -> None:
        self.case = Case.objects.create(slug=slug, title="Dockers of Riga", country="LV", is_public=True)

    def seen_by(self, member: Member) -> None:
        CaseMember.objects.create(case=self.case, member=member, role="administrator")

    def report(self, published: str, publisher: str, **changed: Any) -> Report:
        text = f"{publisher} wrote on {published}: the words as they stand there."
        stored = {
            "name": "report.txt",
            "published": published,
            "publisher": publisher,
            "sha256": hashlib.sha256(text.encode()).hexdigest(),
            "media_type": "text/plain",
            "original": text.encode(),
            "text": text,
            "language": "en",
            "draft": {},
        }
        report = Report.objects.create(**(stored | changed))
        self.case.reports.add(report)
        return report

    def subject(self, kind: str, **fields: Any) -> Subject:
        model = PersonAtRisk if kind == "person" else Subject
        subject: Subject = model.objects.create(case=self.case, kind=kind, **fields)
        return subject

    def person(self, name: str, report: Report, is_named: bool = True) -> Subject:
        ground = {"naming": "full", "consent_basis": "published", "consent_note": "in the press"}
        person = self.subject("person", **(ground | {"consent_at": timezone.now()} if is_named else {}))
        self.claim(person, "name", name, report)
        return person

    def claim(
        self, subject: Subject, predicate: str, value: Any, report: Report | None, **fields: Any
    ) -> Claim:
        told = {"subject": subject, "predicate": predicate, "value": value, "report": report}
        return Claim.objects.create(**({"may_be_shown": True, "spans": [[0, 12]]} | told | fields))

    def incident(self, code: str, report: Report, **said: Any) -> Subject:
        """`said`: predicate to value; `by` is who says so."""
        by = said.pop("by", "")
        incident = self.subject("incident")
        for predicate, value in {"type": code, **said}.items():
            self.claim(incident, predicate, value, report, asserted_by=by)
        return incident

    def statement(self, speaker: str, gist: str, report: Report, against: Subject | None = None) -> Subject:
        statement = self.subject("statement", contradicts=against)
        self.claim(statement, "speaker", speaker, report, asserted_by=speaker)
        self.claim(statement, "gist", gist, report, asserted_by=speaker)
        return statement


def told_case() -> Scene:
    """One of each line, in the order of their days."""
    scene = Scene()
    early, late = scene.report("2015-05-08", "Harbour Bulletin"), scene.report("2015-06-20", "Baltic Wire")
    scene.incident("strike", early, date="2015-05-03", place=RIGA, count=count(9, 9, "nine"))
    scene.incident("arrest", early, date="2015-05", place=QUAY, affected=["Lina Marwede", CANARY])
    scene.incident("threat", late, date="last Easter")
    scene.incident("raid_search", late, date="XXXX-05-04")
    lina = scene.person("Lina Marwede", early)
    scene.claim(lina, "status", "detained", early, holds_on="2015-05-04")
    scene.claim(lina, "status", "released", late)
    hidden = scene.person(CANARY, early, is_named=False)
    scene.claim(hidden, "status", "injured", early)
    first = scene.statement("port police", f"{CANARY} had gone home", early)
    scene.statement("port police", "Lina Marwede was taken away", early, against=first)
    Inquiry.objects.create(
        case=scene.case,
        office_name="Port police",
        channel="phone",
        outcome="hung_up",
        asked_at=timezone.now(),
    )
    Remedy.objects.create(
        case=scene.case, kind="court", office_name="Court", asked_for="bail", tried_on="2015-07"
    )
    return scene


def toll_case() -> Scene:
    """Ten death tolls for one December day."""
    scene = Scene("tolls")
    killed = scene.incident("killing_at_protest", scene.report("2015-12-16", "Wire 0"), date="2015-12-16")
    for n, (who, low, high, text) in enumerate(TOLLS, 16):
        report = scene.report(f"2015-12-{n}", f"Wire of the {n}th")
        scene.claim(killed, "count", count(low, high, text), report, asserted_by=who)
    return scene


TOLLS = [
    ("ministry", 10, 10, "10"),
    ("striker", 70, 70, "about 70"),
    ("ministry", 11, 11, "11"),
    ("party", 24, None, "dozens"),
    ("doctors", 50, 70, "50 to 70"),
    ("ministry", 14, 14, "14"),
    ("nurse", 73, 73, "73"),
    ("prosecutor", 15, 15, "a total of 15"),
    ("newspaper", 64, None, "at least 64"),
    ("prosecutor", 3, 3, "another 3"),
]
