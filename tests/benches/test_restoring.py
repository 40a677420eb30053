"""`tocsin bench import`: the same rows stand there by all ways, and each is told as a ratio."""

import pytest
from django.db import connection

from tocsin.benches.crowd.fill import make_crowd
from tocsin.benches.one_case import all_in_one_case, told_of_each_claim
from tocsin.benches.restoring import KEEPING, PLAIN, restored
from tocsin.benches.rows import each_with_its_line, empty, one_by_one, rows_of_everything, straight
from tocsin.cases.models import Case, Claim
from tocsin.members.models import AuditEntry, Revision

pytestmark = pytest.mark.django_db(transaction=True)


def test_everything_is_in_one_case_with_a_line_of_the_trail_for_each_claim() -> None:
    crowd = make_crowd(10)
    case = all_in_one_case(crowd)
    told_of_each_claim(case, crowd.everybody)
    assert Claim.objects.exclude(subject__case=case).count() == 0
    assert case.reports.count() == 9
    claims = Claim.objects.count()
    assert AuditEntry.objects.exclude(link=None).count() == claims
    assert Revision.objects.count() == claims


def test_the_same_rows_are_stored_by_each_way() -> None:
    all_in_one_case(make_crowd(4))
    rows = rows_of_everything()
    for way in (straight, one_by_one):
        empty()
        assert Case.objects.count() == 0
        way(rows)
        assert rows_of_everything() == rows
    empty()
    each_with_its_line(rows)
    assert AuditEntry.objects.exclude(link=None).count() == sum(len(each.values) for each in rows)


def test_each_peer_is_told_with_the_same_rows_and_the_same_limit() -> None:
    plain, keeping = restored(make_crowd(4), connection.vendor, rounds=1)
    assert (plain.peer, keeping.peer) == (PLAIN, KEEPING)
    assert plain.path == keeping.path
    assert plain.limit_per_s == keeping.limit_per_s
    for row in (plain, keeping):
        assert row.database == connection.vendor
        assert row.ratio_to_peer is not None
        assert row.ratio_to_limit > 0
