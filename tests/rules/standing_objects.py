"""Something real behind every address of the desk, so that "allowed" is tried against what exists.

One case with a report, a person at risk, an action with a target, a letter and a delivery; all of it is asked for
by the parts of an address, the longest beginning that fits first.
"""

from dataclasses import dataclass
from datetime import timedelta
from functools import cached_property
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from tests import cast
from tests.actions.stage import confirmed_email, ready_of
from tests.reports.drafts import TEXT, a_report
from tests.rules.routes import Route

from tocsin.actions.models import Action, CalledDay, Partner
from tocsin.cases.edit import edit_case
from tocsin.cases.exchange.make_export import export_folder
from tocsin.cases.models import (
    Case,
    CaseKey,
    CaseMember,
    Claim,
    Consent,
    Deadline,
    Export,
    Inquiry,
    Judgement,
    PersonAtRisk,
    ProtectionNote,
    Relay,
    RelayCaller,
    Remedy,
    Subject,
)
from tocsin.delivery.models import Alarm, AlarmKind, Bundle, BundleKind, Delivery, DeliveryState, TakeOut
from tocsin.directory.models import Office
from tocsin.followup.models import Outcome, Reply, ReplyMail, Update
from tocsin.members.models import Revision, Role
from tocsin.members.second_person import ask
from tocsin.post.folder import file_name
from tocsin.post.models import FrozenAddress
from tocsin.reports.arrivals.arrive import Sent, arrive
from tocsin.reports.models import ArrivalWay, IntakeSource, RepeatJudgement, Report, ReviewItem

MESSAGE_ID = "<standing@desk.example>"


@dataclass(frozen=True)
class Standing:
    """The things, and the case that they belong to."""

    action: Action
    arrival: str
    logged: dict[str, int]

    @property
    def case(self) -> Case:
        return self.action.case

    @cached_property
    def parts(self) -> dict[str, dict[str, Any]]:
        """Beginning of an address -> what its parts are."""
        case, action = self.case, self.action
        report: Report = case.reports.get()
        target = action.targets.get()
        item = ReviewItem.objects.filter(report=report, section="contacts").first()
        return {
            "cases/<slug:slug>/": {"slug": case.slug},
            "cases/<slug:slug>/people/": {"pk": PersonAtRisk.objects.get(case=case).pk},
            "history/": {"kind": "case", "pk": case.pk, "revision": self.logged["revision"]},
            **{f"cases/<slug:slug>/{name}/": {"pk": pk} for name, pk in self.logged.items()},
            "cases/<slug:slug>/relays/<int:pk>/callers/": {"caller": RelayCaller.objects.get().pk},
            "cases/<slug:slug>/exports/": {"public_id": Export.objects.get().public_id},
            "cases/<slug:slug>/subjects/": {"pk": self.logged["claims_of"], "predicate": "gist"},
            "reports/<uuid:public_id>/repeats/": {"pk": RepeatJudgement.objects.get().pk},
            "frozen-contacts/": {"pk": FrozenAddress.objects.get().pk},
            "sources/": {"pk": IntakeSource.objects.get().pk},
            "cases/<slug:slug>/members/": {"pk": CaseMember.objects.get(case=case, member__name="Dana").pk},
            "actions/<slug:slug>/": {"slug": action.slug},
            "actions/<slug:slug>/organisations/": {"pk": action.endorsements.get().pk},
            "actions/<slug:slug>/money/": {"pk": action.causes.get().pk},
            "actions/<slug:slug>/gatherings/": {"pk": action.gatherings.get().pk},
            "actions/<slug:slug>/all-clears/": {"pk": action.all_clears.get().pk},
            "actions/<slug:slug>/translations/": {"pk": action.translation_links.get().pk},
            "actions/<slug:slug>/notes/": {"pk": action.cell_notes.get().pk},
            "actions/<slug:slug>/stances/": {"pk": case.stances.get().pk},
            "actions/<slug:slug>/targets/": {"pk": target.pk},
            "actions/<slug:slug>/letter/": {"language": "en"},
            "actions/<slug:slug>/alarms/": {"pk": Alarm.objects.get().pk},
            "actions/<slug:slug>/take-outs/": {"pk": TakeOut.objects.get().pk},
            "actions/<slug:slug>/replies/": {"pk": Reply.objects.get(action=action).pk},
            "actions/<slug:slug>/updates/": {"pk": Update.objects.get().pk},
            "stray-replies/": {"pk": Reply.objects.get(action=None).pk},
            "actions/<slug:slug>/outcomes/": {"pk": Outcome.objects.get().pk},
            "actions/<slug:slug>/bundles/": {"public_id": Bundle.objects.get().public_id},
            "reports/<uuid:public_id>/": {"public_id": report.public_id},
            "reports/<uuid:public_id>/items/": {"pk": item.pk},
            "reports/<uuid:public_id>/directory/": {"pk": item.pk},
            "second-person/": {"pk": ask("action.published", action, cast.member("Petra")).pk},
            "deliveries/": {"pk": Delivery.objects.get().pk},
            "offices/": {"pk": target.office_id},
            "serves/": {"pk": target.office.accreditations.first().pk},
            "contacts/": {"pk": target.office.contact_points.first().pk},
            "members/": {"pk": cast.member("Dana").pk},
            "members/cases/": {"pk": Case.objects.get(slug="nobodys").pk},
            "arrivals/": {"public_id": self.arrival},
            "partners/": {"pk": Partner.objects.get().pk},
            "mail/": {"name": file_name(MESSAGE_ID)},
        }

    def forms(self) -> dict[str, dict[str, object]]:
        """What an act must be told, where it finds nothing otherwise."""
        return {
            "action_target_add": {"office": self.action.targets.get().office_id},
            "case_same_judge": dict(
                zip(("left", "right"), Subject.objects.values_list("pk", flat=True)[:2], strict=True)
            ),
            "report_repeat_judge": {"other": RepeatJudgement.objects.get().other_id},
            "case_appoint": {"member": cast.member("Petra").pk},
            "case_member_role": {"role": Role.VIEWER},
        }


def stand() -> Standing:
    """Makes everything; who is on the case beside the four is for the test to say."""
    petra = cast.member("Petra")
    action = ready_of(petra)
    point = confirmed_email(action.targets.get().office, petra)
    Delivery.objects.create(
        action=action,
        target=action.targets.get(),
        contact_point=point,
        state=DeliveryState.FAILED,
        message_id=MESSAGE_ID,
    )
    Bundle.objects.create(
        action=action,
        target=action.targets.get(),
        kind=BundleKind.BOOK,
        count=1,
        message_id="<bundle@desk.example>",
    )
    Alarm.objects.create(action=action, kind=AlarmKind.DOMAIN, about="mail.example", letters=30)
    reply = Reply.objects.create(
        action=action, target=action.targets.get(), way="paper", text="No.", mark="a", kept=3
    )
    ReplyMail.objects.create(reply=reply, data=b"No.")
    Update.objects.create(action=action)
    stray = Reply.objects.create(way="mail", text="Yes.", unlinked="forged", mark="b", kept=4)
    ReplyMail.objects.create(reply=stray, data=b"Yes.")
    Partner.objects.create(name="Dockers of Oslo", slug="dockers")
    Outcome.objects.create(
        action=action, kind="released", happened_on="2015-06-01", link="https://news.example/"
    )
    action.causes.create(owner="Strike fund", purpose="bread", account="1", source="a call", entered_by=petra)
    action.endorsements.create(organisation="Union", folded="union", country="NO", state="waiting")
    CalledDay.objects.create(action=action, first_day="2095-06-08", last_day="2095-06-08", kinds=["picket"])
    action.gatherings.create(
        kind="picket", where="elsewhere", country="NO", city="Oslo", on="2095-06-08", starts="17:00",
        zone="Europe/Oslo", starts_at="2095-06-08T15:00Z", ends_at="2095-06-08T16:00Z", state="proposed",
    )  # fmt: skip
    action.all_clears.create(point=point, how="a call", given_by=petra)
    action.translation_links.create(language="fr", token_hash="1" * 64)
    action.cell_notes.create(
        language="en",
        first_day="2015-06-01",
        last_day="2015-06-07",
        people=1,
        countries=1,
        own_letters=0,
        since="2015-06-01",
        letters=1,
    )
    action.case.stances.create(organisation="Union", kind="for", link="https://news.example/")
    TakeOut.objects.create(action=action, by=petra, reason="somebody made them up", rule={})
    Case.objects.create(slug="nobodys", title="A case that nobody manages")
    settings.MAIL_FOLDER.mkdir(parents=True, exist_ok=True)
    (settings.MAIL_FOLDER / f"{file_name(MESSAGE_ID)}.eml").write_text(
        f"Message-ID: {MESSAGE_ID}\n\nA letter"
    )
    arrival = arrive(Sent(b"No appeal, just a few words.", "words.txt", ArrivalWay.FOLDER), petra)
    FrozenAddress.objects.create(key="gone@union.example", value="gone@union.example")
    IntakeSource.objects.create(kind="feed", name="News", address="https://news.example/feed", is_on=False)
    return Standing(action, str(arrival.public_id), _logged(action.case, point.office))


def _logged(case: Case, office: Office) -> dict[str, int]:
    """What was asked and tried in the case, by the word of its address."""
    now = timezone.now()
    inquiry = Inquiry.objects.create(
        case=case,
        office=office,
        office_name="Embassy",
        channel="phone",
        asked_at=now,
        outcome="answered",
        said="No.",
    )
    statement = Subject.objects.create(case=case, kind="statement")
    claim = Claim.objects.create(
        subject=statement, predicate="gist", value="No.", inquiry=inquiry, state="awaiting"
    )
    other = Subject.objects.create(case=case, kind="statement")
    relay = Relay.objects.create(
        case=case, office=office, number="+4722000000", question="Where is she?", starts_at=now, ends_at=now
    )
    RelayCaller.objects.create(relay=relay, token_hash="0" * 64)
    deadline = Deadline.objects.create(case=case, kind="hearing", due_on=now.date())
    remedy = Remedy.objects.create(
        case=case, kind="court", office_name="Court", asked_for="Release", tried_on="2015-05-09"
    )
    judgement = Judgement.objects.create(left=statement, right=other, verdict="apart")
    export_folder().mkdir(parents=True, exist_ok=True)
    (export_folder() / "standing.zip").write_bytes(b"PK")
    Export.objects.create(
        case=case,
        kind="csv",
        state="ready",
        stored_as="standing.zip",
        holds=[],
        expires_at=now + timedelta(hours=1),
    )
    person = PersonAtRisk.objects.get(case=case)
    consent = Consent.objects.create(person=person, way="written", given_on=now.date())
    report = case.reports.get()
    again = a_report(TEXT + "\nAgain.")
    RepeatJudgement.objects.create(report=report, other=again, kind="apart")
    logged = {
        "revision": _edited(case),
        "notes": ProtectionNote.objects.create(
            subject=person, key=CaseKey.objects.create(case=case), sealed=b"sealed"
        ),
        "consents": consent,
        "claims": claim,
        "claims_of": statement,
        "same": judgement,
        "inquiries": inquiry,
        "statements": statement,
        "relays": relay,
        "deadlines": deadline,
        "remedies": remedy,
    }
    return {name: thing.pk for name, thing in logged.items()}


def _edited(case: Case) -> Revision:
    """A change of the case, to be looked at and brought back."""
    edit_case(case, case.title, case.country, "Our wording.", None)
    return Revision.objects.filter(record=f"case {case.pk}", entry__act="case.edited").latest("pk")


def address_of(route: Route, standing: Standing) -> str:
    """Raises KeyError where a part of the address is something that stands nowhere yet."""
    return reverse(route.name, kwargs=parts_of(route, standing))


def parts_of(route: Route, standing: Standing) -> dict[str, Any]:
    """What stands behind each part of the address. Raises KeyError."""
    given: dict[str, Any] = {}
    for beginning, parts in sorted(standing.parts.items(), key=lambda pair: len(pair[0])):
        if route.pattern.startswith(beginning):
            given |= parts
    return {name: given[name] for name in route.parts}
