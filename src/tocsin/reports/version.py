"""What a reviewer saw of a field, so that she overwrites nobody who decided on it meanwhile."""

import json
from collections.abc import Iterable, Mapping
from zlib import crc32

from django.utils.translation import gettext as _

from .errors import CannotReview
from .models import Decision, ReviewField

# Field -> its version on the page. A field that is not named was undecided there.
Seen = Mapping[int, str]


class ChangedMeanwhile(CannotReview):
    """Somebody else decided on `fields` since the page was made; nothing was stored."""

    def __init__(self, fields: list[ReviewField]) -> None:
        who = ", ".join(sorted({str(f.decided_by) for f in fields if f.decided_by}))
        said = _("%(who)s has decided on this meanwhile. Nothing was overwritten: look at both, and choose.")
        gone = _("Somebody has changed this meanwhile. Nothing was overwritten: look again.")
        super().__init__(said % {"who": who} if who else gone)
        self.fields = fields


def version(field: ReviewField) -> str:
    """Eight letters that change with each decision; empty for an undecided field."""
    if field.decision == Decision.PROPOSED:
        return ""
    at = field.decided_at.isoformat() if field.decided_at else ""
    said = json.dumps([field.decision, field.may_be_shown, field.value, field.decided_by_id, at])
    return f"{crc32(said.encode()):08x}"


def must_be_as_seen(fields: Iterable[ReviewField], seen: Seen | None) -> None:
    """Raises ChangedMeanwhile; None means that whoever acts has just looked."""
    changed = [f for f in fields if seen is not None and version(f) != seen.get(f.pk, "")]
    if changed:
        raise ChangedMeanwhile(changed)
