"""Bringing a report in: pasted, or as a file."""

from typing import Any

from django import forms
from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tocsin.intake.errors import Unreadable
from tocsin.members.access import allowed, member_of
from tocsin.members.models import Role
from tocsin.reports.kinds.kind import CannotRead
from tocsin.reports.kinds.measured import Date
from tocsin.reports.models import Report
from tocsin.reports.receive import receive
from tocsin.reports.second_readers import is_elsewhere

# One byte more than is ever read: the reader then says that it is too much.
MOST_BYTES = 10 * 1024 * 1024 + 1
LONGEST_NAME = 80


class ReportForm(forms.Form):
    text = forms.CharField(
        label=gettext_lazy("Paste the text"),
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 12}),
        help_text=gettext_lazy(
            "All of it, with the addresses: whatever is no part of the appeal is recognised."
        ),
    )
    file = forms.FileField(
        label=gettext_lazy("Or choose a file"),
        required=False,
        allow_empty_file=True,
        help_text=gettext_lazy(
            "Text, a saved web page, PDF, DOCX, ODT, RTF, a mail (EML, MBOX), or a scan as JPEG or PNG; up to 10 MB."
        ),
    )
    published = forms.CharField(
        label=gettext_lazy("When was it published?"),
        required=False,
        max_length=30,
        help_text=gettext_lazy("Such as 2011-06-15, or 2011-06. Without it, dates keep an unknown year."),
    )
    publisher = forms.CharField(label=gettext_lazy("Who published it?"), required=False, max_length=200)
    source_url = forms.URLField(
        label=gettext_lazy("Where does it stand?"), required=False, max_length=500, assume_scheme="https"
    )

    may_leave = forms.BooleanField(
        label=gettext_lazy("This report may leave this server"),
        required=False,
        help_text=gettext_lazy(
            "The second reader stands on another server. Without this, the report is never sent there."
        ),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not is_elsewhere():
            del self.fields["may_leave"]

    def clean_published(self) -> str:
        typed = self.cleaned_data["published"]
        try:
            return Date().read(typed) if typed.strip() else ""
        except CannotRead as error:
            raise forms.ValidationError(str(error)) from error

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        has_text, has_file = bool(cleaned.get("text", "").strip()), bool(cleaned.get("file"))
        if has_text == has_file and not self.errors:
            raise forms.ValidationError(
                _("You gave both a text and a file: send one of them.")
                if has_text
                else _("Paste a text or choose a file.")
            )
        return cleaned


@allowed(Role.CONTRIBUTOR)
def report_new(request: HttpRequest) -> HttpResponse:
    sent = request.method == "POST"
    form = ReportForm(request.POST, request.FILES) if sent else ReportForm()
    if sent and form.is_valid():
        try:
            report = _receive(request, form.cleaned_data)
        except Unreadable as error:
            form.add_error("file" if form.cleaned_data["file"] else "text", _sentence(form, error))
        else:
            return _to_report(request, report)
    return render(request, "desk/report_new.html", {"form": form}, status=422 if form.errors else 200)


def _receive(request: HttpRequest, given: dict[str, Any]) -> Report:
    data, name = _uploaded(given["file"]) if given["file"] else _pasted(given["text"])
    return receive(
        data,
        name,
        by=member_of(request),
        published=given["published"] or None,
        publisher=given["publisher"],
        source_url=given["source_url"],
        may_leave=given.get("may_leave", False),
    )


def _uploaded(file: UploadedFile) -> tuple[bytes, str]:
    return file.read(MOST_BYTES), file.name or ""


def _pasted(text: str) -> tuple[bytes, str]:
    """Browsers send lines that end in CR LF; the text is kept as it was pasted."""
    lines = text.replace("\r\n", "\n")
    first = next(line.strip() for line in lines.splitlines() if line.strip())
    return lines.encode(), first[:LONGEST_NAME]


def _sentence(form: ReportForm, error: Unreadable) -> str:
    file = form.cleaned_data["file"]
    return f"{file.name if file else _('The text')}: {error}."


def _to_report(request: HttpRequest, report: Report) -> HttpResponse:
    if report.received_by_id != member_of(request).pk or report.items.exists():
        messages.info(request, _("This text was brought in before: here it is."))
    else:
        messages.success(request, _("The report is stored, word for word."))
    return redirect("report", report.public_id)
