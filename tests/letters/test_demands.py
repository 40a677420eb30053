"""Demands as a letter words them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tocsin.letters.demands import demand_wording, each_once
from tocsin.letters.rewording import reworded


@pytest.mark.parametrize(
    ("appeal", "wording"),
    [
        ("- the release of Lina Marwede;", "the release of Lina Marwede"),
        ("1) an end to the beatings.", "an end to the beatings"),
        ("calling for the release of all", "the release of all"),
        ("asking that both be allowed visits", "that both be allowed visits"),
        ("calling on the authorities to let them go", "that the authorities let them go"),
        ("urging them to stop", "that they stop"),
        ("We demand that they stop", "that they stop"),
        ("We demand the right to strike", "the right to strike"),
        ("the release of their trade union's lawyer Lina Marwede", "the release of Lina Marwede"),
        ("the release of their lawyer Jon Ruth", "the release of their lawyer Jon Ruth"),
        ("16 hours of rest", "16 hours of rest"),
    ],
)
def test_what_leads_in_to_a_demand_is_left_out(appeal, wording):
    assert demand_wording(appeal, ["Lina Marwede"]) == wording


@given(st.text())
def test_any_text_comes_back_as_one_line_and_stays_as_it_is_then(text):
    once = demand_wording(text)
    assert "\n" not in once
    assert once == once.strip()


def test_what_two_reports_demand_is_asked_for_once():
    demands = ["the release of Lina", "an end to fines", "the release of Lina, the lawyer", "An end to fines"]
    assert each_once(demands) == ["the release of Lina, the lawyer", "an end to fines"]
    wider = ["an end to arrests", "an end to arrests of dockers"]
    assert each_once(wider) == wider


def test_the_first_rule_that_fits_the_whole_text_rewords_it():
    rules = [["free {whom} now", "the release of {whom}"], ["free {whom}", "freedom for {whom}"]]
    assert reworded("Free Lina now", rules) == "the release of Lina"
    assert reworded("free Lina", rules) == "freedom for Lina"
    assert reworded("set Lina free", rules) is None
