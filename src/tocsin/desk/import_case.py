"""Restoring a case that another server wrote."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from tocsin.cases.exchange.pack.errors import CannotImport
from tocsin.cases.exchange.pack.unpack import Imported, import_case
from tocsin.members.access import allowed, member_of
from tocsin.members.models import Role

# A page should not wait for more; the command line takes any size.
MOST_MB = 100


class ImportForm(forms.Form):
    file = forms.FileField(
        label=gettext_lazy("The zip"),
        help_text=gettext_lazy("As “The whole case, to restore it elsewhere” wrote it."),
        widget=forms.FileInput(attrs={"accept": ".zip,application/zip"}),
    )

    def clean_file(self) -> Any:
        file = self.cleaned_data["file"]
        if file.size > MOST_MB * 2**20:
            raise forms.ValidationError(
                _("This file is larger than %(mb)d MB: import it on the server with “tocsin import”.")
                % {"mb": MOST_MB}
            )
        return file


@allowed(Role.ADMINISTRATOR)
def case_import(request: HttpRequest) -> HttpResponse:
    form = ImportForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        try:
            imported = import_case(form.cleaned_data["file"].file, by=member_of(request))
        except CannotImport as error:
            form.add_error("file", str(error))
        else:
            _tell(request, imported)
            return redirect("case_desk", imported.case.slug)
    return render(request, "desk/import_case.html", {"form": form}, status=422 if form.errors else 200)


def _tell(request: HttpRequest, imported: Imported) -> None:
    said = ngettext(
        "The case is here, with %(n)d record. You manage it.",
        "The case is here, with %(n)d records. You manage it.",
        imported.rows,
    )
    messages.success(request, said % {"n": imported.rows})
    if here := imported.reports_here:
        words = ngettext(
            "%(n)d of its reports stood here already and stays as it is.",
            "%(n)d of its reports stood here already and stay as they are.",
            here,
        )
        messages.info(request, words % {"n": here})
