"""Routes with the shipped directory. What is right in it stands in the tests of `shipped/`; here, how it is used."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from tocsin.routing.asks import ASKS
from tocsin.routing.shipped import senders
from tocsin.routing.worldwide import worldwide

DAY = date(2026, 6, 1)


def codes(found):
    return [(s.reason_code, s.office.city) for s in found.steps]


def test_a_territory_is_answered_for_where_its_state_is():
    found = worldwide("KZ", "PR", as_of=DAY)
    assert codes(found)[0] == ("resident", "Washington")
    assert found.warnings[0].message == (
        "No office is listed for Puerto Rico by itself: these answer to the United States."
    )


def test_nobody_is_sent_to_the_embassy_of_her_own_state():
    assert "for_the_sovereign" not in {c.code for c in worldwide("US", "PR", as_of=DAY).warnings}


def test_a_picket_is_only_where_an_office_stands():
    assert codes(worldwide("KZ", "IE", as_of=DAY, ask="picket")) == []
    assert codes(worldwide("KZ", "NO", as_of=DAY, ask="picket")) == [("resident", "Oslo")]


def test_before_the_directory_s_own_date_it_says_that_it_does_not_know():
    found = worldwide("FR", "NO", as_of=date(2001, 1, 1))
    assert {s.source for s in found.steps} == {""}
    assert "not_known_then" in {c.code for c in found.warnings}


@given(
    st.sampled_from(senders()),
    st.sampled_from(senders()),
    st.sampled_from(ASKS),
    st.dates(date(1990, 1, 1), DAY),
)
def test_every_pair_of_countries_has_an_answer_that_explains_itself(of, country, ask, day):
    found = worldwide(of, country, as_of=day, ask=ask)
    assert found.steps or found.warnings
    assert all(
        step.reason.endswith(".") and step.confidence and "{" not in step.reason for step in found.steps
    )
    assert all(step.source_date or step.confidence_code == "no_source" for step in found.steps)
