"""What speaks against a call for money: a report that disputes it, or that it is for whoever published the report."""

import re
from urllib.parse import urlsplit

from django.utils.translation import gettext as _

from tocsin.cases.models import Case
from tocsin.language.name_fold import folded, name_words
from tocsin.reports.label import report_label
from tocsin.reports.models import Report

_NUMBER = re.compile(r"[A-Z]{0,2}[\d][\d -]{6,}\d")
_DISPUTED = "disputed_fundraiser"


def doubt_about(case: Case, owner: str, url: str, account: str) -> str:
    """A sentence; empty where nothing in the case's reports speaks against it."""
    for report in case.reports.all():
        if _is_disputed(report, owner, url, account):
            return _("%(report)s calls a call for money a fraud, and names this one. It is not shown.") % {
                "report": report_label(report)
            }
        if _is_own(report, owner, url):
            return _(
                "This is the fund-raising of whoever published the appeal, not of the cause. It is not shown."
            )
    return ""


def _is_disputed(report: Report, owner: str, url: str, account: str) -> bool:
    """Where a report was flagged so, and speaks of this owner, address or number."""
    warned = any(warning.get("code") == _DISPUTED for warning in report.draft.get("warnings", ()))
    return warned and any(mark and mark in _plain(report.text) for mark in _marks(owner, url, account))


def _marks(owner: str, url: str, account: str) -> list[str]:
    numbers = [_plain(number) for number in _NUMBER.findall(account.upper())]
    return [_plain(owner), _plain(_host(url) + urlsplit(url).path.rstrip("/")), *numbers]


def _is_own(report: Report, owner: str, url: str) -> bool:
    own_site, host = _host(report.source_url), _host(url)
    is_own_site = bool(own_site and host) and (host == own_site or host.endswith(f".{own_site}"))
    return is_own_site or (bool(report.publisher) and _name(report.publisher) == _name(owner))


def _host(url: str) -> str:
    return (urlsplit(url).hostname or "").removeprefix("www.")


def _name(words: str) -> list[str]:
    return [folded(word) for word in name_words(words)]


def _plain(text: str) -> str:
    """Without blanks and case, so that a number printed in groups is found."""
    return "".join(text.split()).replace("-", "").casefold()
