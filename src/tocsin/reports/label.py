"""How a report is called where it is cited. Its file name is left out: it may hold a person's name."""

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from tocsin.language.date_words import date_words

from .models import Report


def report_label(report: Report) -> str:
    """'Report of 15 June 2011', with its publisher where known; by the day it came in where it has no date."""
    language = get_language() or "en"
    if report.published:
        dated = _("Report of %(date)s") % {"date": date_words(report.published, language)}
    else:
        received = date_words(report.received_at.date().isoformat(), language)
        dated = _("Report received on %(date)s") % {"date": received}
    return f"{dated}, {report.publisher}" if report.publisher else dated


def cited(report: Report) -> tuple[str, str]:
    """Its label and its address on the web; a sealed report has lost both."""
    return (_("a report"), "") if report.sealed_at else (report_label(report), report.source_url)
