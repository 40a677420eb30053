"""Handing out the file of a bundle: it holds supporters' names, so that each time is noted in the trail."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from tocsin.actions.access import on_action
from tocsin.delivery.bundles.digest import file_name
from tocsin.delivery.bundles.models import Bundle
from tocsin.delivery.bundles.paper import bundle_file as file_of
from tocsin.delivery.bundles.petition_of import Erased
from tocsin.members.access import member_of
from tocsin.members.models import Role
from tocsin.members.record import record
from tocsin.printing.fonts_to_add import fonts_to_add
from tocsin.printing.sheet import CannotPrint


@on_action(Role.PUBLISHER)
@require_GET
def bundle_file(request: HttpRequest, slug: str, public_id: str) -> HttpResponse:
    bundle = get_object_or_404(
        Bundle.objects.select_related("action__case", "target__office"),
        action__slug=slug,
        public_id=public_id,
    )
    try:
        sheet = file_of(bundle)
    except Erased:
        return _not_now(
            request, slug, _("Its letters were erased, or are free again: this file can be made no more.")
        )
    except CannotPrint as error:
        return _not_now(request, slug, _("The file could not be set: %(why)s") % {"why": error})
    if sheet.missing:
        return _not_now(request, slug, _without_font(sheet.missing))
    record("take_bundle", bundle.action, member_of(request), kind=bundle.kind, letters=bundle.count)
    headers = {
        "Content-Disposition": f'attachment; filename="{file_name(bundle)}"',
        "Cache-Control": "no-store",
    }
    return HttpResponse(sheet.pdf, content_type="application/pdf", headers=headers)


def _without_font(missing: str) -> str:
    """What is missing, and the mend where we know one."""
    packages = fonts_to_add(missing)
    said = _("No font here holds these letters, which would print as empty boxes: %(letters)s")
    mend = _("On the server, run: %(line)s")
    lines = " ".join(f'pip install "{package}"' for package in packages)
    parts = [said % {"letters": missing[:40]}, mend % {"line": lines} if packages else ""]
    return ". ".join(part for part in parts if part)


def _not_now(request: HttpRequest, slug: str, why: str) -> HttpResponse:
    messages.error(request, why)
    return redirect("action_bundles", slug)
