"""An open action with three offices: London can be mailed, Ankara only written to by post, the ministry both."""

from dataclasses import dataclass

from django.utils import timezone
from tests import cast

from tocsin.actions.models import Action, ActionDemand, ActionState, Ask, LetterText, Target, TargetRole
from tocsin.cases.models import Case
from tocsin.delivery.take_letter import ASK, To, Written
from tocsin.directory.models import Accreditation, Channel, ContactPoint, Office, OfficeKind
from tocsin.jobs.models import Job
from tocsin.jobs.perform import perform
from tocsin.supporters.take_part import Person

BODY = "Your Excellency,\n\nI ask you to release Natalia Sokolova at once.\n\nYours sincerely,"
SUBJECT = "Release Natalia Sokolova"


@dataclass
class Scene:
    action: Action
    london: Target
    ankara: Target
    ministry: Target

    def email_of(self, target: Target) -> ContactPoint:
        return target.office.contact_points.get(channel=Channel.EMAIL)

    def written(self, target: Target | None = None, body: str = BODY) -> Written:
        return Written(self.to(target or self.london), "en", SUBJECT, body)

    def to(self, target: Target) -> To:
        return To(target.pk, self.email_of(target).pk)


def copied(scene: Scene, name: str, email: str = "", role: str = TargetRole.COPY_TO, **office: str) -> Target:
    """One more office of the action, by default one that gets a copy; without an address of its own it gets none."""
    known = {"kind": OfficeKind.MINISTRY, "of_country": "KZ", "in_country": "KZ", **office}
    stored = Office.objects.create(name=name, **known)
    if email:
        _confirmed(stored, Channel.EMAIL, email)
    position = scene.action.targets.count()
    return Target.objects.create(action=scene.action, office=stored, role=role, position=position)


def mails() -> list[dict[str, str]]:
    """What was written to supporters to have their letters confirmed, the oldest first."""
    for job in Job.objects.filter(kind=ASK, done_at=None, run_after__lte=timezone.now()):
        perform(job)
    return [job.payload for job in Job.objects.filter(kind="post.mail").order_by("pk")]


def sam(email: str = cast.SAM, name: str = "Sam Support") -> Person:
    return Person(name=name, email=email, country="NO", language="en")


def open_action(slug: str = "strike-in-aktau") -> Scene:
    case = Case.objects.create(slug=slug, title="Strike in Aktau", country="KZ")
    cast.put_everybody_on(case)
    action = Action.objects.create(
        case=case,
        slug=slug,
        title="Free Natalia Sokolova",
        story="On 5 June the police broke up a march of oil workers in Aktau.\nHundreds were held.",
        organiser="Solidarity with Kazakhstan",
        state=ActionState.PUBLISHED,
        published_at=timezone.now(),
    )
    ActionDemand.objects.create(action=action, text="Release Natalia Sokolova at once.")
    Ask.objects.create(action=action, kind="picket", text="Hold a picket.", audience="people near an embassy")
    LetterText.objects.create(action=action, language="en", subject=SUBJECT, body=BODY)
    return Scene(
        action,
        london=_london(action),
        ankara=_ankara(action),
        ministry=_ministry(action),
    )


def _london(action: Action) -> Target:
    office = Office.objects.create(
        name="Embassy of Kazakhstan in London",
        kind=OfficeKind.EMBASSY,
        of_country="KZ",
        in_country="GB",
        city="London",
    )
    for serves in ("GB", "NO"):
        Accreditation.objects.create(office=office, serves=serves, source="the appeal", source_date="2011-06")
    _confirmed(office, Channel.EMAIL, "london@embassy.example")
    _printed(office, Channel.POST, "33 Thurloe Square, London SW7 2SD")
    _printed(office, Channel.PHONE, "+442075814646")
    return Target.objects.create(action=action, office=office, position=0)


def _ankara(action: Action) -> Target:
    office = Office.objects.create(
        name="Embassy of Kazakhstan in Ankara",
        kind=OfficeKind.EMBASSY,
        of_country="KZ",
        in_country="TR",
        city="Ankara",
    )
    Accreditation.objects.create(office=office, serves="TR", source="the appeal", source_date="2011-06")
    _printed(office, Channel.POST, "Ebuziya Tevfik Sokak 6, Ankara")
    _printed(office, Channel.FAX, "+903124412303")
    return Target.objects.create(action=action, office=office, position=1)


def _ministry(action: Action) -> Target:
    office = Office.objects.create(
        name="Ministry of Justice of Kazakhstan",
        kind=OfficeKind.MINISTRY,
        of_country="KZ",
        in_country="KZ",
        city="Astana",
    )
    _confirmed(office, Channel.EMAIL, "ministry@justice.example")
    return Target.objects.create(action=action, office=office, position=2)


def _confirmed(office: Office, channel: str, value: str) -> ContactPoint:
    return ContactPoint.objects.create(
        office=office,
        channel=channel,
        value=value,
        source="the embassy's website",
        source_date="2026-11",
        confirmed_at=timezone.now(),
        confirmed_by=cast.member("Petra"),
    )


def _printed(office: Office, channel: str, value: str) -> ContactPoint:
    return ContactPoint.objects.create(
        office=office, channel=channel, value=value, source="the appeal of June 2011", source_date="2011-06"
    )
