"""Handing out the file of an export, while it is kept."""

from typing import cast

from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone

from tocsin.cases.access import holds_on, on_case
from tocsin.cases.exchange.file_name import file_name
from tocsin.cases.exchange.make_export import NEEDS, export_folder
from tocsin.cases.exchange.write import MEDIA_TYPES, ending
from tocsin.cases.models import Export, ExportKind, ExportState
from tocsin.members.access import member_of
from tocsin.members.models import Role
from tocsin.members.record import record


@on_case(Role.REVIEWER)
def export_file(request: HttpRequest, slug: str, public_id: str) -> HttpResponse:
    """Every hand-out is noted in the trail."""
    export = get_object_or_404(Export, case__slug=slug, public_id=public_id, state=ExportState.READY)
    needed = NEEDS.get(ExportKind(export.kind), Role.REVIEWER)
    if export.expires_at <= timezone.now() or not holds_on(export.case, member_of(request), needed):
        raise Http404
    try:
        file = (export_folder() / export.stored_as).open("rb")
    except FileNotFoundError:
        raise Http404 from None
    record("case.export_taken", export.case, member_of(request), kind=export.kind, sha256=export.sha256)
    kind = MEDIA_TYPES[ending(export.kind, export.is_public)]
    answer = FileResponse(file, as_attachment=True, filename=file_name(export), content_type=kind)
    return cast(HttpResponse, answer)
