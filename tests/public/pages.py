"""Every kind of page that the public sees, with something on each."""

from tests.delivery.scene import Scene, open_action

from tocsin.actions.models import Action, ActionState, Target
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
]


def show_all(scene: Scene) -> Scene:
    """`scene`, and beside it an action that is closed, one that is gone, and one that reaches nobody."""
    Case.objects.update(is_public=True)
    for slug in ("closed", "gone", "unreachable"):
        open_action(slug)
    Target.objects.filter(action__slug="unreachable").delete()
    Action.objects.filter(slug="closed").update(state=ActionState.CLOSED)
    Action.objects.filter(slug="gone").update(state=ActionState.WITHDRAWN)
    return scene
