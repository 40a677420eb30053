"""Opening a case for a report."""

from django.utils.text import slugify
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from tocsin.language.countries import country_name
from tocsin.language.date_words import date_words
from tocsin.members.models import Member, Role
from tocsin.members.record import record
from tocsin.reports.models import TAKEN, Report, ReviewField, Section
from tocsin.reports.names import proposed_names

from .mask import Mask
from .models import Case, CaseMember

LONGEST_TITLE = 200


def open_case(report: Report, by: Member | None, title: str | None) -> Case:
    """A new case, without its claims; whoever opens it is on it and manages it. Part of `accept_report`."""
    case = Case.objects.create(
        slug=_free_slug(report),
        title=(title or "").strip()[:LONGEST_TITLE] or proposed_title(report),
        country=_taken_country(report),
        is_sample=report.is_sample,
        opened_by=by,
    )
    if by is not None:
        CaseMember.objects.create(case=case, member=by, role=Role.ADMINISTRATOR, added_by=by)
    record("case.opened", case, by, title=case.title)
    return case


def proposed_title(report: Report) -> str:
    """The headline, or country and month where the headline names a person at risk or there is none."""
    headline = report.draft["headline"]
    names = Mask(dict.fromkeys(proposed_names(report), ""))
    if headline and not names.touches(headline["text"]):
        return str(headline["text"])[:LONGEST_TITLE]
    parts = [_place(report), date_words(report.published, get_language() or "en")]
    return ", ".join(part for part in parts if part) or _("Case without a title")


def _place(report: Report) -> str:
    country = _taken_country(report) or (report.draft["country"] or {}).get("code", "")
    return country_name(country, get_language() or "en") if country else ""


def _taken_country(report: Report) -> str:
    fields = ReviewField.objects.filter(item__report=report, item__section=Section.SOURCE, name="country")
    return next((str(f.value) for f in fields.filter(decision__in=TAKEN)), "")


def _free_slug(report: Report) -> str:
    """Country and year: an address must not name anybody."""
    base = slugify(f"{_place(report)} {report.published[:4]}") or "case"
    taken = set(Case.objects.filter(slug__startswith=base).values_list("slug", flat=True))
    numbered = (f"{base}-{n}" for n in range(2, len(taken) + 3))
    return base if base not in taken else next(slug for slug in numbered if slug not in taken)
