"""Which partner an address names."""

import re

from .models import Partner

_SLUG = re.compile(r"[-a-zA-Z0-9_]{1,40}")


def partner_named(slug: str) -> int | None:
    """The key of the partner's row; None for no name, or one that nobody has. Asks nothing where there is no name."""
    if not _SLUG.fullmatch(slug):
        return None
    return Partner.objects.filter(slug=slug).values_list("pk", flat=True).first()
