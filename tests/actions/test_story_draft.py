"""The first story of an action keeps together what one report says."""

import pytest

from tests.cases.told import a_case, a_source, person
from tocsin.actions.story_draft import drafted_story
from tocsin.cases.models import Claim
from tocsin.cases.queries import case_view

pytestmark = pytest.mark.django_db


def test_a_day_that_one_report_gives_is_not_said_of_what_another_tells() -> None:
    """Detained on 3 May by one, missing by a later one that gives no day: nobody says 'missing since 3 May'."""
    case = a_case()
    first, later = a_source(case), a_source(case)
    lina = person(case, "Lina Marwede", first, status="detained", since="2015-05-03")
    missing = Claim.objects.create(
        subject=lina, predicate="status", value="missing", report=later, spans=[[0, 4]]
    )
    told = drafted_story(case_view(case, public=False), "en")
    assert "missing" in told
    assert "3 May" not in told
    Claim.objects.create(
        subject=lina, predicate="since", value="2015-05-09", report=missing.report, spans=[[0, 4]]
    )
    assert "missing since 9 May 2015" in drafted_story(case_view(case, public=False), "en")
