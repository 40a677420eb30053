"""What speaks against a call for money: a report that disputes it, or that it is for whoever published the report."""

import re
from urllib.parse import urlsplit

from django.utils.translation import gettext as _

from tocsin.cases.models import Case
from tocsin.language.name_fold import folded, name_words
from tocsin.reports.label import report_label
from tocsin.reports.models import Report

from .own_boxes import own_boxes
from .report_words import marked, plain, speaks_of

_NUMBER = re.compile(r"[A-Z]{0,2}[\d][\d -]{6,}\d")
_MAILBOX = re.compile(r"[\w.+-]+@[\w.-]+\w")
_DISPUTED = "disputed_fundraiser"


def doubt_about(case: Case, owner: str, url: str, account: str) -> str:
    """A sentence; empty where nothing in the case's reports speaks against it."""
    for report in case.reports.all():
        if _is_disputed(report, owner, url, account):
            return _("%(report)s calls a call for money a fraud, and names this one. It is not shown.") % {
                "report": report_label(report)
            }
        if _is_own(report, owner, url) or _stands_in_own_box(report, url, account):
            return _(
                "This is the fund-raising of whoever published the appeal, not of the cause. It is not shown."
            )
    return ""


def _is_disputed(report: Report, owner: str, url: str, account: str) -> bool:
    """Where a report was flagged so, and speaks of this owner, address or number."""
    marks = [plain(owner), *_ways_to_pay(url, account)]
    return bool(marked(report, _DISPUTED)) and speaks_of(report.text, marks)


def _stands_in_own_box(report: Report, url: str, account: str) -> bool:
    """Where its publisher asks for itself: the link may lead to whoever takes its payments."""
    boxes, ways = own_boxes(report), _ways_to_pay(url, account)
    return any(speaks_of(words, ways) for words in boxes.words) or boxes.lead_to(url)


def _ways_to_pay(url: str, account: str) -> list[str]:
    link = plain(_host(url) + urlsplit(url).path.rstrip("/"))
    numbers = [*_NUMBER.findall(account.upper()), *_MAILBOX.findall(account)]
    return [link, *map(plain, numbers)]


def _is_own(report: Report, owner: str, url: str) -> bool:
    own_site, host = _host(report.source_url), _host(url)
    is_own_site = bool(own_site and host) and (host == own_site or host.endswith(f".{own_site}"))
    return is_own_site or (bool(report.publisher) and _name(report.publisher) == _name(owner))


def _host(url: str) -> str:
    return (urlsplit(url).hostname or "").removeprefix("www.")


def _name(words: str) -> list[str]:
    return [folded(word) for word in name_words(words)]
