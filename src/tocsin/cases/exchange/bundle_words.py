"""The headings and labels of a printed bundle, in the reader's language."""

from django.utils.translation import gettext as _


def bundle_words() -> dict[str, str]:
    """By the names that the template uses."""
    return _head() | _sections() | _labels() | _empty()


def _head() -> dict[str, str]:
    return {
        "confidential": _("Confidential"),
        "page": _("%1 of %2"),
        "compiled_by": _("Case file compiled by %1"),
        "how_to_read": _(
            "Claims are numbered through the file and stand as they were made, with who made them, the words of the "
            "source in its own language, and the exhibit (E) they stand in. Claims that contradict each other stand "
            "side by side. A date marked “inferred” was worked out from what a source says; it is not certain."
        ),
        "missing_letters": _("No font is installed for these letters, which print as empty boxes: %1"),
    }


def _sections() -> dict[str, str]:
    """In the order of the pages."""
    return {
        "summary": _("Summary"),
        "persons": _("The persons concerned"),
        "responsible": _("Who is said to be responsible"),
        "chronicle": _("What happened"),
        "claims": _("What is said, and by whom"),
        "remedies": _("Steps taken at home"),
        "inquiries": _("Attempts to get an answer"),
        "demands": _("What is asked for"),
        "exhibits": _("Exhibits"),
        "deadlines": _("Days that are set"),
    }


def _labels() -> dict[str, str]:
    return {
        "number": _("No."),
        "when": _("When"),
        "what": _("What"),
        "sources": _("Sources"),
        "office": _("Office"),
        "outcome": _("What came of it"),
        "undated": _("undated"),
        "announced": _("(announced)"),
        "affected": _("Affected"),
        "done_by": _("Said to have done it"),
        "says": _("says"),
        "our_wording": _("Our wording"),
        "cites": _("On claims"),
        "consent": _("Consent"),
        "minor": _("Under 18."),
        "inquiry_short": _("inquiry"),
        "asked_by": _("asked by"),
        "reason": _("Reason given"),
        "source": _("Source"),
        "done": _("done"),
        "to": _("Addressed to"),
        "repeats": _("(a copy or translation of %1)"),
        "received": _("Received"),
        "file": _("File"),
        "bytes": _("bytes"),
    }


def _empty() -> dict[str, str]:
    return {
        "no_summary": _("No summary has been written yet."),
        "nobody": _("Nobody is recorded."),
        "nobody_named": _("No source names anybody."),
        "nothing_yet": _("Nothing is recorded."),
        "no_remedies": _("No remedy has been recorded."),
        "no_inquiries": _("No inquiry has been recorded."),
        "no_demands": _("No demand is recorded."),
        "no_exhibits": _("No report may be cited."),
    }
