"""In which countries the supporters of an action live: counts, and never more than counts."""

from collections import Counter, defaultdict
from collections.abc import Iterable

from django.db.models import Count

from tocsin.delivery.models import Letter


def where_supporters_are(actions: Iterable[int]) -> dict[int, Counter[str]]:
    """Action -> country (ISO 3166-1 alpha-2) -> supporters who confirmed their letter, in one query.

    Whoever sent a letter by her own means is not counted: of her nothing is known.
    """
    wanted = list(actions)
    found: dict[int, Counter[str]] = defaultdict(Counter)
    rows = (
        Letter.objects.filter(action__in=wanted, supporter__confirmed_at__isnull=False)
        .values_list("action", "supporter__country")
        .annotate(n=Count("supporter", distinct=True))
    )
    for action, country, n in rows:
        found[action][country] = n
    return {action: found[action] for action in wanted}
