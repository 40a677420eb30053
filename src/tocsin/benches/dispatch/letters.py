"""Personal letters in four scripts, confirmed and due, to many targets; all names are invented."""

import uuid
from datetime import datetime

from django.utils import timezone

from tocsin.actions.models import Action, ActionState, Target
from tocsin.cases.models import Case
from tocsin.delivery.models import Delivery, DeliveryState, Letter
from tocsin.directory.models import ContactPoint, Office, OfficeKind
from tocsin.post.message_id import message_id
from tocsin.supporters.models import Supporter

TARGETS = 200
_BODIES = {
    "en": ("Dana Hill", "Release them", "Your Excellency, I ask you to release the oil workers at once. "),
    "ru": ("Дана Холмова", "Освободите их", "Ваше Превосходительство, прошу немедленно освободить рабочих. "),
    "ar": ("دانة التلة", "أفرجوا عنهم", "صاحب السعادة، أطلب منكم الإفراج الفوري عن العمال المحتجزين. "),
    "zh": ("山丹娜", "请释放他们", "尊敬的阁下：我请求您立即释放被拘留的石油工人。"),
}
# Characters, as people write.
_LENGTH = 700


def make_letters(count: int) -> None:
    """Stores them with their supporters; every one may leave at once."""
    targets, now = _targets(), timezone.now()
    languages = list(_BODIES)
    for start in range(0, count, 2_000):
        numbers = range(start, min(count, start + 2_000))
        _store([(n, targets[n % TARGETS], languages[n % len(languages)]) for n in numbers], now)


def _store(rows: list[tuple[int, tuple[Target, ContactPoint], str]], now: datetime) -> None:
    supporters = Supporter.objects.bulk_create(
        Supporter(
            fingerprint=uuid.uuid4().hex,
            name=f"{_BODIES[language][0]} {number}",
            email=f"supporter{number}@supporters.example",
            country="NO",
            language=language,
            confirmed_at=now,
        )
        for number, _target, language in rows
    )
    letters = Letter.objects.bulk_create(
        Letter(action=target.action, supporter=supporter, language=language, subject=subject, body=body)
        for supporter, (_number, (target, _point), language) in zip(supporters, rows, strict=True)
        for _name, subject, body in [_words(language)]
    )
    Delivery.objects.bulk_create(
        _delivery(letter, target, point, now)
        for letter, (_number, (target, point), _language) in zip(letters, rows, strict=True)
    )


def _words(language: str) -> tuple[str, str, str]:
    name, subject, sentence = _BODIES[language]
    return name, subject, "\n".join([sentence] * (_LENGTH // len(sentence)))


def _delivery(letter: Letter, target: Target, point: ContactPoint, now: datetime) -> Delivery:
    public_id = uuid.uuid4()
    return Delivery(
        public_id=public_id,
        action=target.action,
        target=target,
        contact_point=point,
        letter=letter,
        state=DeliveryState.QUEUED,
        message_id=message_id("delivery", str(public_id)),
        due_at=now,
    )


def _targets() -> list[tuple[Target, ContactPoint]]:
    case, _ = Case.objects.get_or_create(slug="bench", defaults={"title": "Bench"})
    action, _ = Action.objects.get_or_create(
        slug="bench", defaults={"case": case, "title": "Bench", "state": ActionState.PUBLISHED}
    )
    return [_target(action, number) for number in range(TARGETS)]


def _target(action: Action, number: int) -> tuple[Target, ContactPoint]:
    office, is_new = Office.objects.get_or_create(
        name=f"Office {number}", defaults={"kind": OfficeKind.MINISTRY, "in_country": "KZ"}
    )
    if is_new:
        ContactPoint.objects.create(
            office=office,
            channel="email",
            value=f"office{number}@office{number % 20}.example",
            source="invented",
            confirmed_at=timezone.now(),
        )
    target, _ = Target.objects.get_or_create(action=action, office=office, defaults={"position": number})
    return target, office.contact_points.get()
