"""Which entries a member may see, and what else she asks for, as conditions of one statement.

Written in SQL: to build it from queries of Django's anew took longer than the search. `hers` are her cases.
"""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

from tocsin.members.models import Member, Role

from ..access import cases_of
from ..models import Case

# A report that no case has taken yet is everybody's, unless it is kept from her: `access.reports_for`. The few cases of a report are gone through
# once; to ask for any, and then for one of hers, took half as long again.
SEEN = """(entry.kind = 'office'
 OR entry.case_id IN (SELECT id FROM hers)
 OR entry.report_id IS NOT NULL AND coalesce((
  SELECT max(CASE WHEN held.case_id IN (SELECT id FROM hers) THEN 1 ELSE 0 END)
  FROM cases_case_reports held WHERE held.report_id = entry.report_id), CASE WHEN entry.report_id IN (SELECT id FROM kept) THEN 0 ELSE 1 END) = 1)"""
_OF_CASE = """(entry.case_id = %s
 OR entry.report_id IN (SELECT report_id FROM cases_case_reports WHERE case_id = %s)
 OR entry.office_id IN (SELECT office_id FROM cases_subject WHERE case_id = %s AND office_id IS NOT NULL))"""


@dataclass(frozen=True)
class Narrowed:
    """What else is asked for; empty for all. `country` is ISO alpha-2, `language` a code; days include both ends."""

    kind: str = ""
    country: str = ""
    language: str = ""
    since: date | None = None
    until: date | None = None
    case: Case | None = None


@dataclass(frozen=True)
class Conditions:
    where: tuple[str, ...] = ()
    params: tuple[Any, ...] = ()


def hers(member: Member) -> Conditions:
    """The keys of her cases, as a query."""
    return _hers(member.pk, member.role, member.is_active)


@lru_cache(1024)
def _hers(pk: int, role: str, is_active: bool) -> Conditions:
    """The words of the query alone are remembered; who is on which case is asked each time."""
    member = Member(pk=pk, role=role, is_active=is_active)
    sql, params = cases_of(member).order_by().values("pk").query.sql_with_params()
    return Conditions((sql,), params)


def kept(member: Member) -> Conditions:
    """The keys of reports that are kept from her while no case has them, as a query; `access.kept_from`."""
    none = "SELECT id FROM reports_report WHERE 1 = 0"
    some = (
        "SELECT id FROM reports_report WHERE confidential_at IS NOT NULL"
        " AND (received_by_id IS NULL OR received_by_id <> %s)"
    )
    return Conditions((none,)) if member.holds(Role.REVIEWER) else Conditions((some,), (member.pk,))


def narrowed(by: Narrowed) -> Conditions:
    """By all but the kind: how many of each kind there are is told."""
    case = by.case and by.case.pk
    asked: tuple[tuple[str, Any, int], ...] = (
        ("entry.country = %s", by.country, 1),
        ("entry.language = %s", by.language, 1),
        ("entry.last_day >= %s", by.since, 1),
        ("entry.first_day <= %s", by.until, 1),
        (_OF_CASE, case, 3),
    )
    used = [each for each in asked if each[1]]
    return Conditions(
        tuple(sql for sql, _, _ in used), tuple(value for _, value, times in used for _ in range(times))
    )
