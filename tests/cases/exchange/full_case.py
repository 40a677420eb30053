"""A case with something in every table that travels: two reports, judgements, logs, a trail."""

import hashlib
from datetime import UTC, date, datetime
from uuid import uuid4

from django.utils import timezone

from tests import cast
from tests.cases.test_accept import reviewed
from tests.reports.drafts import a_report
from tocsin.cases.accept import accept_report
from tocsin.cases.models import (
    Assessment,
    Case,
    Claim,
    Consent,
    ConsentBasis,
    ConsentWay,
    Deadline,
    DeadlineKind,
    Inquiry,
    InquiryChannel,
    InquiryOutcome,
    Judgement,
    JudgementVerdict,
    PersonAtRisk,
    ReliableSource,
    Remedy,
    RemedyKind,
    RemedyOutcome,
    Stance,
    Subject,
    SubjectKind,
    ToldCall,
)
from tocsin.directory.models import Channel, ContactPoint
from tocsin.members.models import Member
from tocsin.reports.models import (
    Arrival,
    ArrivalState,
    ArrivalWay,
    RepeatJudgement,
    RepeatKind,
    Report,
    ReviewItem,
    ReviewSitting,
    SecondOpinion,
    SentenceMark,
)

OTHER_FILE = b"Subject: Riga\n\nthe same words, in a mail"
RUSSIAN = "Рига. Адвокат Лина Марведе остаётся под стражей, сообщают докеры.\n"


def full_case(by: Member) -> Case:
    case = accept_report(reviewed(by), by)
    second = a_report(
        text=RUSSIAN, language="ru", published="2015-05-09", publisher="Vesti", name="марведе.txt"
    )
    case.reports.add(second)
    first = case.reports.order_by("published").first()
    assert first is not None
    _around_reports(first, second, by)
    person = PersonAtRisk.objects.filter(case=case).first()
    assert person is not None
    _around_a_person(case, person, second, by)
    ReliableSource.objects.create(case=case, report=first, why="two reporters on the spot", marked_by=by)
    _told_calls(case, by)
    cast.put_on(case, "Petra", "Ada")
    return case


def _told_calls(case: Case, by: Member) -> None:
    """One that waits with its words, one that is in the log."""
    named = Subject.objects.filter(case=case, office__isnull=False).first()
    assert named is not None
    assert named.office is not None
    named.office.hours = "Mo-Fr 9-12"
    named.office.save()
    phone = ContactPoint.objects.create(
        office=named.office, channel=Channel.PHONE, value="+37167000000", source="its own site"
    )
    told = {"case": case, "office": named.office, "point": phone}
    ToldCall.objects.create(**told, outcome=InquiryOutcome.ANSWERED, said="She is in Riga.", key=uuid4())
    ToldCall.objects.create(
        **told, outcome=InquiryOutcome.ANSWERED, key=uuid4(), state="taken", decided_by=by, decided_at=timezone.now(),
        inquiry=Inquiry.objects.filter(case=case).first(),
    )  # fmt: skip


def _around_reports(first: Report, second: Report, by: Member) -> None:
    Report.objects.filter(pk=second.pk).update(repeats=first)
    RepeatJudgement.objects.create(
        report=second, other=first, kind=RepeatKind.TRANSLATION, judged_by=by, score=0.8
    )
    Arrival.objects.create(
        way=ArrivalWay.MAIL, name="marwede.eml", sha256=first.sha256, data=b"", size=8,
        state=ArrivalState.READ, report=first, arrived_by=by,
    )  # fmt: skip
    Arrival.objects.create(
        way=ArrivalWay.MAIL, name="again.eml", sha256=hashlib.sha256(OTHER_FILE).hexdigest(), data=OTHER_FILE,
        size=len(OTHER_FILE), state=ArrivalState.KNOWN, report=second, arrived_by=by,
    )  # fmt: skip
    SentenceMark.objects.get_or_create(
        report=second, start=0, defaults={"end": 5, "use": "background", "marked_by": by}
    )
    ReviewSitting.objects.create(report=first, member=by, seconds=61, decisions=7, corrections=1)
    SecondOpinion.objects.create(
        report=second, reader="natasha", state="done", asked_by=by, ended_at=timezone.now()
    )
    ReviewItem.objects.create(report=second, section="people", position=0, spans=[[6, 25]], added_by=by)


def _around_a_person(case: Case, person: PersonAtRisk, second: Report, by: Member) -> None:
    same = PersonAtRisk.objects.create(
        case=case, kind=SubjectKind.PERSON, same_as=person, item=second.items.first(), position=99
    )
    said = Claim.objects.create(
        subject=same, predicate="name", value="Лина Марведе", report=second, spans=[[14, 26]], accepted_by=by
    )
    Judgement.objects.create(
        left=same,
        right=person,
        verdict=JudgementVerdict.SAME,
        score=0.97,
        why="one name in two scripts",
        judged_by=by,
    )
    asked = Inquiry.objects.create(
        case=case, office_name="Port police of Riga", spoke_with="its head", about=person, channel=InquiryChannel.PHONE,
        asked_by="Vera", asked_at=datetime(2015, 5, 5, 10, 20, tzinfo=UTC), outcome=InquiryOutcome.ANSWERED,
        said="She had gone home.", logged_by=by,
    )  # fmt: skip
    denied = Claim.objects.create(
        subject=person, predicate="status", value="detained", stance=Stance.DENIES, inquiry=asked, asserted_by="its head",
        said_at="2015-05-05", accepted_by=by,
    )  # fmt: skip
    written = Assessment.objects.create(
        subject=person, predicate="status", wording="Held, by all we know.", written_by=by, verdict="disputed"
    )
    written.cites.set([said, denied])
    Consent.objects.create(
        person=person, basis=ConsentBasis.FAMILY, given_by="her sister", given_on="2015-05-04", way=ConsentWay.PHONE,
        recorded_by=by,
    )  # fmt: skip
    Remedy.objects.create(
        case=case, about=person, kind=RemedyKind.PROSECUTOR, office_name="Prosecutor of Riga", asked_for="an inquiry",
        tried_on="2015-05-06", outcome=RemedyOutcome.NOT_TAKEN, reason_given="no stamp", logged_by=by,
    )  # fmt: skip
    Deadline.objects.create(
        case=case, about=person, kind=DeadlineKind.REMAND, due_on=date(2015, 6, 3), set_by=by
    )
