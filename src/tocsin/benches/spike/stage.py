"""An open action with one office that can be mailed, and a crowd that has written to it already."""

import uuid
from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone

from tocsin.actions.models import Action, ActionDemand, ActionState, LetterText, Target
from tocsin.cases.models import Case
from tocsin.delivery.models import Delivery, DeliveryState, Letter
from tocsin.delivery.voice import voice
from tocsin.directory.models import Accreditation, Channel, ContactPoint, Office, OfficeKind
from tocsin.members.models import Member, Role
from tocsin.post.message_id import message_id
from tocsin.supporters.address import fingerprint
from tocsin.supporters.models import Supporter

COUNTRY = "NO"
SUBJECT = "Where is she?"
BODY = (
    "Your Excellency,\n\n" + "Освободите её. Libérez-la. 释放她。 Release her at once. " * 14 + "\n\nYours,"
)
AT_ONCE = 2_000


@dataclass(frozen=True)
class Stage:
    """Whom the letters of the spike go to."""

    action: Action
    target: Target
    email: ContactPoint


def open_action() -> Stage:
    ada = Member.objects.create_user("ada@bench.example", "Ada", Role.ADMINISTRATOR)
    case = Case.objects.create(slug="spike", title="A spike", country="KZ", opened_by=ada)
    action = Action.objects.create(
        case=case,
        slug="spike",
        title="A lawyer is missing",
        story="She went to the station on Monday and has not been seen since.",
        organiser="The bench",
        state=ActionState.PUBLISHED,
        published_at=timezone.now(),
    )
    ActionDemand.objects.create(action=action, text="Say where she is.")
    LetterText.objects.create(action=action, language="en", subject=SUBJECT, body=BODY)
    office = Office.objects.create(
        name="An embassy", kind=OfficeKind.EMBASSY, of_country="KZ", in_country=COUNTRY, city="Oslo"
    )
    Accreditation.objects.create(office=office, serves=COUNTRY, source="the bench", source_date="2026")
    email = ContactPoint.objects.create(
        office=office,
        channel=Channel.EMAIL,
        value="embassy@bench.example",
        source="the bench",
        source_date="2026",
        confirmed_at=timezone.now(),
        confirmed_by=ada,
    )
    return Stage(action, Target.objects.create(action=action, office=office, position=0), email)


def crowd(stage: Stage, supporters: int) -> None:
    """So many confirmed supporters, each with a letter that waits to be sent."""
    for first in range(0, supporters, AT_ONCE):
        with transaction.atomic():
            _some(stage, range(first, min(first + AT_ONCE, supporters)))


def _some(stage: Stage, numbers: range) -> None:
    now = timezone.now()
    people = Supporter.objects.bulk_create(
        Supporter(
            fingerprint=fingerprint(f"n{n}@crowd.example", voice(stage.action.pk)),
            name=f"N {n}",
            email=f"n{n}@crowd.example",
            country=COUNTRY,
            language="en",
            confirmed_at=now,
        )
        for n in numbers
    )
    letters = Letter.objects.bulk_create(
        Letter(action=stage.action, supporter=person, language="en", subject=SUBJECT, body=BODY)
        for person in people
    )
    ids = [uuid.uuid4() for _ in letters]
    Delivery.objects.bulk_create(
        Delivery(
            public_id=pk,
            action=stage.action,
            target=stage.target,
            contact_point=stage.email,
            letter=letter,
            state=DeliveryState.ACCEPTED,
            message_id=message_id("delivery", str(pk)),
        )
        for pk, letter in zip(ids, letters, strict=True)
    )
