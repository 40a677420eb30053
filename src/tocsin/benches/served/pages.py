"""An open action and its case, invented, rendered to files; and as many supporters as one likes."""

import uuid
from collections.abc import Iterator
from itertools import islice

SLUG = "bench"
ACTION, CASE = f"/a/{SLUG}", f"/c/{SLUG}"
INCIDENTS = 60
AT_ONCE = 5_000


def make_pages() -> None:
    """A case of 60 incidents, with a public page, and an action about it."""
    from tocsin.actions.models import Action, ActionState
    from tocsin.cases.models import Case, Claim, Subject

    case = Case.objects.create(slug=SLUG, title="The strike at the harbour", country="KZ", is_public=True)
    for number in range(INCIDENTS):
        subject = Subject.objects.create(case=case, kind="incident", position=number)
        told = {"type": "detention", "date": f"2011-{number % 12 + 1:02}-{number % 27 + 1:02}",
                "affected": [f"oil workers of shift {number}"]}  # fmt: skip
        for predicate, value in told.items():
            Claim.objects.create(subject=subject, predicate=predicate, value=value, may_be_shown=True)
    story = "The police broke up a march of oil workers.\n" * 12
    Action.objects.create(
        case=case, slug=SLUG, title="Free those who were held", story=story, state=ActionState.PUBLISHED
    )


def render_pages() -> None:
    """As a worker does: what is new is counted, then the pages are written."""
    from tocsin.delivery.counting.count_new import count_new
    from tocsin.public.stored.settle import settle_action, settle_case

    count_new()
    settle_action(SLUG)
    settle_case(SLUG)


def add_supporters(count: int) -> None:
    """Each with a letter of hers that is counted."""
    from tocsin.actions.models import Action
    from tocsin.delivery.models import Handover
    from tocsin.supporters.models import Supporter

    action = Action.objects.get(slug=SLUG)
    people = _supporters(count)
    while batch := list(islice(people, AT_ONCE)):
        Supporter.objects.bulk_create([Supporter(**fields) for fields in batch])
        Handover.objects.bulk_create(
            [Handover(action=action, channel="mailto", token=uuid.uuid4()) for _ in batch]
        )


def _supporters(count: int) -> Iterator[dict[str, str]]:
    for number in range(count):
        yield {
            "fingerprint": f"{number:064x}",
            "name": f"Supporter {number}",
            "email": f"supporter{number}@example.org",
            "country": "NO",
            "language": "en",
        }
