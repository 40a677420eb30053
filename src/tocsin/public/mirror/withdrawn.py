"""What was public and is not any more, named so that only who knows the address can recognise it."""

from datetime import datetime

from django.db.models import Max
from django.utils import timezone

from tocsin.actions.asks.gather.models import Gathering
from tocsin.actions.asks.gather.queries import seen_gathering
from tocsin.actions.models import VISIBLE, Action
from tocsin.cases.models import Case
from tocsin.members.models import AuditEntry
from tocsin.public.stored.names import action_folder, case_folder
from tocsin.reports.models import Report

from .lists import LIFE, mark_of

# Acts after which the pages of a case and of its actions say less of somebody than they did.
TAKEN_BACK = (
    "person.consent_withdrawn",
    "person.name_withheld",
    "claim.withdrawn",
    "inquiry.withdrawn",
    "messages.left_out",
    "endorsement.withdrawn",
    "gathering.withdrawn",
    "gathering.withdrawn_by_host",
    "cause.withdrawn",
    "action.day_called",  # which may have marked a country as dangerous
    "action.day_called_off",
    "reply.decided",
    "outcome.taken_back",
)
# Its address may stand on any page.
FROZEN = "contact.frozen"


def withdrawn() -> list[str]:
    """SHA-256 of 'a/<slug>', 'c/<slug>' and 'g/<code>': a slug may hold a name that was withdrawn."""
    actions = Action.objects.exclude(published_at=None).exclude(state__in=VISIBLE)
    frozen = Action.objects.filter(state__in=VISIBLE).exclude(case__frozen_at=None)
    were_public = AuditEntry.objects.filter(act="case.published").values("about_case")
    cases = Case.objects.filter(pk__in=were_public).exclude(is_public=True, frozen_at=None)
    folders = {
        *map(action_folder, actions.values_list("slug", flat=True)),
        *map(action_folder, frozen.values_list("slug", flat=True)),
        *map(case_folder, cases.values_list("slug", flat=True)),
        *(f"g/{code}" for code in _gatherings()),
    }
    return sorted(map(mark_of, folders))


def _gatherings() -> list[str]:
    """What a copy that has not ended may still show, and the site does not."""
    lately = Gathering.objects.filter(shown_at__isnull=False, ends_at__gt=timezone.now() - 2 * LIFE)
    return [code for code in lately.values_list("code", flat=True) if seen_gathering(code) is None]


def taken_back() -> dict[str, str]:
    """Mark of 'a/<slug>' or 'c/<slug>' -> when something was last taken out of its pages (ISO 8601)."""
    since = timezone.now() - LIFE
    acts = AuditEntry.objects.filter(act__in=TAKEN_BACK, at__gt=since).values_list("about_case", "at")
    sealed = Report.objects.filter(sealed_at__gt=since).values_list("cases", "sealed_at")
    latest: dict[int, datetime] = {}
    frozen = AuditEntry.objects.filter(act=FROZEN, at__gt=since).aggregate(at=Max("at"))["at"]
    cases = Case.objects.values_list("pk", flat=True) if frozen else ()
    for case, at in [*acts, *sealed, *((case, frozen) for case in cases)]:
        if case and at:
            latest[case] = max(at, latest.get(case, at))
    return {mark_of(page): latest[case].isoformat() for case, page in sorted(_pages(latest))}


def _pages(cases: dict[int, datetime]) -> list[tuple[int, str]]:
    actions = Action.objects.filter(case__in=cases, state__in=VISIBLE).values_list("case", "slug")
    public = Case.objects.filter(pk__in=cases, is_public=True).values_list("pk", "slug")
    return [(case, action_folder(slug)) for case, slug in actions] + [
        (case, case_folder(slug)) for case, slug in public
    ]
