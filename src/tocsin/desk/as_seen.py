"""Two who correct one record in two tabs: the second is told, and nothing of the first is overwritten unseen."""

import json
from hashlib import sha256

from django.db.models import Model
from django.http import HttpRequest
from django.utils.translation import gettext as _

from tocsin.members.revise import as_it_is


def as_seen(record: Model, *fields: str) -> str:
    """Stands in the form as `seen`; another one as soon as any of these fields is. All columns where none are named."""
    names = fields or [field.attname for field in record._meta.concrete_fields]
    words = json.dumps(as_it_is(record, names), default=str, sort_keys=True)
    return sha256(words.encode()).hexdigest()[:16]


def changed_meanwhile(request: HttpRequest, record: Model, *fields: str) -> str:
    """A sentence where the form was filled from what stands no longer; empty where it still does."""
    if request.POST.get("seen", "") in ("", as_seen(record, *fields)):
        return ""
    return _("Somebody has changed this meanwhile: what stands now is above. Store again to replace it.")
