"""Every kind of page that the public sees, with something on each."""

from django.utils import timezone
from tests.delivery.scene import Scene, open_action

from tocsin.actions.asks.messages.models import LONGEST
from tocsin.actions.models import Action, ActionState, CalledDay, Target
from tocsin.actions.translated.links import hash_of
from tocsin.cases.models import Case

A = "/a/strike-in-aktau"
PAGES = [
    "/",
    A,
    "/a/closed",
    "/a/gone",
    "/c/strike-in-aktau",
    "/safety",
    "/privacy",
    "/legal",
    "/nothing",
    "/confirm/nonsense",
    "/offices/",
    "/offices/?of=Korea",
    "/offices/KZ/",
    "/offices/KZ/?from=GB",
    "/offices/US/?from=Korea",
    "/offices/US/?from=US",
    f"{A}/write?country=QQ",
    f"{A}/write?country=Korea",
    f"{A}/write?country=KZ",
    f"{A}/write?country=NO",
    f"{A}/write?country=NO&ties=yes",
    f"{A}/write?country=NO&ties=no",
    f"{A}/letter?country=TR&unsigned=1",
    f"{A}/check-mailbox",
    f"{A}/thanks",
    "/follow",
    "/follow/asked",
    "/follow/nonsense",
    "/leave/nonsense",
    f"{A}/on-your-site",
    "/embed/strike-in-aktau",
    "/a/unreachable/write?country=NO&ties=no",
    f"{A}/message",
    f"{A}/message/taken",
    f"{A}/messages",
    f"{A}/sign-on",
    f"{A}/sign-on/taken",
    f"{A}/organisations",
    f"{A}/gatherings",
    f"{A}/gatherings/host",
    f"{A}/gatherings/asked",
    "/g/oslo-picket",
    "/translate/volunteer/",
]
# A message of greatest length, in letters of two bytes that a program can hardly make smaller.
WORDS = (
    "Мы с вами, товарищи, и не забудем ни одного имени; в порту Осло сегодня вышли четыреста человек: {n}. "
)


def show_all(scene: Scene) -> Scene:
    """`scene`, and beside it an action that is closed, one that is gone, and one that reaches nobody."""
    Case.objects.update(is_public=True)
    for slug in ("closed", "gone", "unreachable"):
        open_action(slug)
    Target.objects.filter(action__slug="unreachable").delete()
    Action.objects.filter(slug="closed").update(state=ActionState.CLOSED)
    Action.objects.filter(slug="gone").update(state=ActionState.WITHDRAWN)
    _asks(scene.action)
    return scene


def _asks(action: Action) -> None:
    """Besides letters: messages, organisations, gatherings and a volunteer who translates."""
    for kind in ("solidarity_message", "sign_on"):
        action.asks.create(kind=kind)
    for number in range(3):
        text = (WORDS.format(n=number) * 6)[:LONGEST]
        action.messages.create(text=text, first_name="Anna", country="NO", language="ru", state="shown")
    action.endorsements.create(
        organisation="Union", folded="union", country="NO", state="shown", signed_by="chair", language="en"
    )
    CalledDay.objects.create(
        action=action, first_day="2095-06-08", last_day="2095-06-08", kinds=["picket"], words="Come."
    )
    action.gatherings.create(
        kind="picket", where="elsewhere", country="NO", city="Oslo", place="the square", on="2095-06-08",
        starts="17:00", zone="Europe/Oslo", starts_at="2095-06-08T15:00Z", ends_at="2095-06-08T16:00Z",
        state="shown", code="oslo-picket", shown_at=timezone.now(),
    )  # fmt: skip
    action.translation_links.create(language="fr", token_hash=hash_of("volunteer"))
