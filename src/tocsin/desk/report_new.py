"""Bringing reports in: pasted, or as files, several at once, or a zip of them."""

from dataclasses import dataclass, field
from typing import Any

from django import forms
from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from tocsin.intake.errors import Unreadable
from tocsin.members.access import allowed, member_of
from tocsin.members.models import Role
from tocsin.reports.arrivals.arrive import Sent, arrive
from tocsin.reports.arrivals.keep_bad import keep_bad, may_be_kept
from tocsin.reports.arrivals.unpack import unpacked
from tocsin.reports.kinds.kind import CannotRead
from tocsin.reports.kinds.past import PastDate
from tocsin.reports.models import Arrival, ArrivalState, ArrivalWay
from tocsin.reports.second_readers import is_elsewhere

from .arrival import to_arrival

# One byte more than a zip may have: what is larger is told so, and not read further.
MOST_BYTES = 25 * 1024 * 1024 + 1
MOST_FILES = 50
LONGEST_NAME = 80
REVIEWERS = "reviewers"


class FilesInput(forms.ClearableFileInput):
    allow_multiple_selected = True


class FilesField(forms.FileField):
    """Any number of files; cleans to a list."""

    widget = FilesInput

    def clean(self, data: Any, initial: Any = None) -> Any:
        given = data if isinstance(data, (list, tuple)) else [data]
        if len(given) > MOST_FILES:
            raise forms.ValidationError(_("More than 50 files at once: send a zip of them, or in parts."))
        return [cleaned for one in given if (cleaned := super(FilesField, self).clean(one, initial))]


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
    file = FilesField(
        label=gettext_lazy("Or choose files"),
        required=False,
        allow_empty_file=True,
        help_text=gettext_lazy(
            "Text, saved web pages, PDF, DOCX, ODT, RTF, mails (EML, MBOX), or scans as JPEG or PNG; up to 10 MB each."
            " Several at once, or a zip of up to 25 MB."
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

    readers = forms.ChoiceField(
        label=gettext_lazy("Who may open it before a case takes it?"),
        required=False,
        choices=[
            ("", gettext_lazy("all members of the organisation")),
            (REVIEWERS, gettext_lazy("only I, and members who review")),
        ],
        help_text=gettext_lazy(
            "For what a source told in confidence. Once a case has it, only members of that case may."
        ),
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
            return PastDate().read(typed) if typed.strip() else ""
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
        brought = _bring_in(request, form.cleaned_data)
        if brought.arrived or brought.kept:
            return _onwards(request, brought)
        form.add_error("file" if form.cleaned_data["file"] else "text", brought.refused)
    return render(request, "desk/report_new.html", {"form": form}, status=422 if form.errors else 200)


@dataclass
class Brought:
    """`kept` wait with the reason why they cannot be opened; `refused` are a sentence for each that was not stored."""

    arrived: list[Arrival] = field(default_factory=list)
    kept: list[Arrival] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)


def _bring_in(request: HttpRequest, given: dict[str, Any]) -> Brought:
    brought, by = Brought(), member_of(request)
    for name, data, way in _files(given):
        try:
            brought.arrived += [arrive(_sent(given, part, n, way), by) for n, part in unpacked(data, name)]
        except Unreadable as error:
            if may_be_kept(data, error):
                brought.kept.append(keep_bad(_sent(given, data, name, way), f"{error}.", by))
            else:
                brought.refused.append(f"{name if way == ArrivalWay.UPLOAD else _('The text')}: {error}.")
    return brought


def _files(given: dict[str, Any]) -> list[tuple[str, bytes, ArrivalWay]]:
    if given["file"]:
        return [_uploaded(file) for file in given["file"]]
    return [_pasted(given["text"])]


def _sent(given: dict[str, Any], data: bytes, name: str, way: ArrivalWay) -> Sent:
    return Sent(
        data,
        name,
        way,
        published=given["published"],
        publisher=given["publisher"],
        source_url=given["source_url"],
        may_leave=given.get("may_leave", False),
        is_confidential=given["readers"] == REVIEWERS,
    )


def _uploaded(file: UploadedFile) -> tuple[str, bytes, ArrivalWay]:
    return file.name or "", file.read(MOST_BYTES), ArrivalWay.UPLOAD


def _pasted(text: str) -> tuple[str, bytes, ArrivalWay]:
    """Browsers send lines that end in CR LF; the text is kept as it was pasted."""
    lines = text.replace("\r\n", "\n")
    first = next(line.strip() for line in lines.splitlines() if line.strip())
    return first[:LONGEST_NAME], lines.encode(), ArrivalWay.PASTE


def _onwards(request: HttpRequest, brought: Brought) -> HttpResponse:
    """One file leads to its report or to the page where it waits; several lead to the inbox."""
    arrived, kept = brought.arrived, brought.kept
    for sentence in brought.refused:
        messages.error(request, sentence)
    if len(arrived) + len(kept) == 1:
        return to_arrival(request, [*arrived, *kept][0])
    for bad in kept:
        told = _("%(name)s: %(reason)s It is kept, and waits in the inbox.")
        messages.error(request, told % {"name": bad.name, "reason": bad.reason})
    if arrived:
        messages.success(request, _stored(arrived))
    return redirect("desk_home")


def _stored(arrived: list[Arrival]) -> str:
    known = sum(a.state == ArrivalState.KNOWN for a in arrived)
    stored = ngettext("%(n)d file is stored.", "%(n)d files are stored.", len(arrived)) % {"n": len(arrived)}
    also = ngettext("%(n)d was known.", "%(n)d were known.", known) % {"n": known} if known else ""
    return f"{stored} {also}".strip()
