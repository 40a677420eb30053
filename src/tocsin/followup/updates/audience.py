"""Who gets an update, and in which language."""

from collections import Counter
from collections.abc import Collection

from django.db.models import Exists, OuterRef, QuerySet

from tocsin.actions.models import Action
from tocsin.delivery.models import Letter
from tocsin.supporters.models import Supporter


def audience(action: Action) -> QuerySet[Supporter]:
    """Confirmed, reachable, and not tired of us. Whoever complained of our mail is left out when it is sent."""
    hers = Letter.objects.filter(action=action, supporter=OuterRef("pk"))
    rows = Supporter.objects.filter(
        Exists(hers), confirmed_at__isnull=False, unreachable_at=None, no_more=None
    )
    return rows.order_by("pk")


def language_for(wanted: str, there: Collection[str], own: str) -> str:
    """The supporter's language where the update is written in it, else the action's `own`."""
    return next((code for code in (wanted, wanted.split("-")[0]) if code in there), own)


def by_language(action: Action, there: Collection[str]) -> list[tuple[str, int]]:
    """(language of the text, how many get it), the most first."""
    counted: Counter[str] = Counter()
    languages = audience(action).order_by().values_list("language", flat=True)
    for language in languages:
        counted[language_for(language, there, action.language)] += 1
    return counted.most_common()
