"""What was public and is not any more, named so that only who knows the address can recognise it."""

from tocsin.actions.models import VISIBLE, Action
from tocsin.cases.models import Case
from tocsin.members.models import AuditEntry
from tocsin.public.stored.names import action_folder, case_folder

from .lists import mark_of


def withdrawn() -> list[str]:
    """SHA-256 of 'a/<slug>' and 'c/<slug>': a slug may hold a name that was withdrawn."""
    actions = Action.objects.exclude(published_at=None).exclude(state__in=VISIBLE)
    frozen = Action.objects.filter(state__in=VISIBLE).exclude(case__frozen_at=None)
    were_public = AuditEntry.objects.filter(act="case.published").values("about_case")
    cases = Case.objects.filter(pk__in=were_public).exclude(is_public=True, frozen_at=None)
    folders = {
        *map(action_folder, actions.values_list("slug", flat=True)),
        *map(action_folder, frozen.values_list("slug", flat=True)),
        *map(case_folder, cases.values_list("slug", flat=True)),
    }
    return sorted(map(mark_of, folders))
