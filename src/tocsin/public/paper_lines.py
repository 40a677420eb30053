"""The lines of who writes, as they shall stand on a sheet of paper."""

from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from tocsin.letters.paper import LONGEST_SENDER_LINE, MOST_SENDER_LINES, sender_lines
from tocsin.public.way import Way


class PaperLines(forms.CharField):
    """A tuple of lines. What finds no room on the paper is said here, not cut there."""

    def __init__(self, *, most_lines: int, rows: int, **more: Any) -> None:
        self.most_lines = most_lines
        widget = forms.Textarea(attrs={"rows": rows, "autocomplete": "off"})
        super().__init__(required=False, widget=widget, **more)

    def clean(self, value: Any) -> tuple[str, ...]:
        lines = sender_lines(super().clean(value))
        if len(lines) > self.most_lines:
            said = gettext("At most %(most)d lines, please: yours has %(n)d.")
            raise forms.ValidationError(said % {"most": self.most_lines, "n": len(lines)})
        for line in lines:
            if len(line) > LONGEST_SENDER_LINE:
                said = gettext("At most %(most)d letters in a line, please: this one has %(n)d: “%(line)s”")
                raise forms.ValidationError(
                    said % {"most": LONGEST_SENDER_LINE, "n": len(line), "line": line}
                )
        return lines


class PaperSenderForm(forms.Form):
    """A supporter's own name and address, by post or by fax: a page may show both. Nothing of it is kept."""

    sender = PaperLines(
        most_lines=MOST_SENDER_LINES,
        rows=4,
        label=_("As they shall stand on the sheet"),
        help_text=_(
            "The name in the first line, at most five lines. With an address the office can answer; it learns where you live. We keep nothing of this."
        ),
    )

    def __init__(self, way: Way, data: Any = None) -> None:
        self.way = way
        super().__init__(data, auto_id=f"%s_{way}")
