"""Who did what, and when."""

import json

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import ngettext

from tocsin.members.access import allowed, member_of
from tocsin.members.chain import head
from tocsin.members.models import AuditEntry, Member, Role

from .audit_seen import entries_for
from .history_records import history_address
from .stretch import stretch
from .typed_key import typed_key

PER_PAGE = 60


@allowed(Role.PUBLISHER)
def audit(request: HttpRequest) -> HttpResponse:
    """Filtered by `act` (its beginning), `member` and `subject`."""
    wanted = {name: request.GET.get(name, "").strip() for name in ("act", "member", "subject")}
    seen = entries_for(member_of(request))
    entries = seen.select_related("member")
    if wanted["act"]:
        entries = entries.filter(act__startswith=wanted["act"])
    if wanted["member"]:
        entries = entries.filter(member=typed_key(wanted["member"]))
    if wanted["subject"]:
        entries = entries.filter(subject__startswith=wanted["subject"])
    page = stretch(entries, "at", request.GET, PER_PAGE)
    context = {
        "page": page,
        "count": entries.count(),
        "entries": [(entry, _details(entry), history_address(entry.subject)) for entry in page.rows],
        "acts": seen.order_by("act").values_list("act", flat=True).distinct(),
        "members": Member.objects.order_by("name", "email"),
        "wanted": wanted,
        "is_filtered": any(wanted.values()),
        "head": head(),
    }
    return render(request, "desk/audit.html", context)


def _details(entry: AuditEntry) -> list[tuple[str, str]]:
    return [(name.replace("_", " "), _words(value)) for name, value in entry.detail.items() if value]


def _words(value: object) -> str:
    """In plain words; a list of keys is said by its length."""
    if isinstance(value, list) and all(isinstance(each, int) for each in value):
        return ngettext("%(count)d record", "%(count)d records", len(value)) % {"count": len(value)}
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
