"""The strike of 2011 as a whole case: what the chronicle makes of seventeen reports in three languages."""

from collections import Counter

import pytest

from tocsin.cases.chronicle.chronicle import chronicle
from tocsin.cases.chronicle.draw_counts import Comparison, compare_counts
from tocsin.cases.chronicle.draw_life import draw_life
from tocsin.cases.chronicle.entry import Chronicle, EntryKind
from tocsin.cases.models import PersonAtRisk, Subject
from tocsin.cases.status import status_of
from tocsin.cases.story.load import load_story
from tocsin.reports.sample import load_sample

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def told(once: None) -> Chronicle:
    case = load_story({report.name: report for report in load_sample()})
    return chronicle(case, public=True)


@pytest.fixture
def december(told: Chronicle) -> Comparison:
    (one,) = [c for c in compare_counts(told.entries) if c.what == "Killed"]
    return one


def test_one_line_for_each_incident(told: Chronicle) -> None:
    lines = Counter(
        (entry.what, entry.dating.edtf, entry.place.words if entry.place else "")
        for entry in told.entries
        if entry.kind == EntryKind.INCIDENT
    )
    assert {line for line, count in lines.items() if count > 1} == set()


def test_the_lawyers_way_leads_from_detention_to_release(told: Chronicle) -> None:
    (natalia,) = [person for person in told.people if person.name == "Natalia Sokolova"]
    said = [entry.code for moment in draw_life(natalia.pk, told.entries) for entry in moment.entries]
    assert (said[0], draw_life(natalia.pk, told.entries)[0].when.edtf) == ("held", "2011-05-24")
    way = ["held", "charged", "missing", "convicted", "found_held", "convicted", "released"]
    steps = iter(said)
    assert all(any(code == step for code in steps) for step in way)
    assert said[-1] == "released"


def test_that_she_was_missing_ends_where_the_court_shows_where_she_is(told: Chronicle) -> None:
    (natalia,) = [person for person in told.case.people if person.name == "Natalia Sokolova"]
    now = {axis.axis: [point.code for point in axis.now] for axis in status_of(natalia.values)}
    assert now == {"life": [], "liberty": ["released"], "law": ["convicted"]}
    life = status_of(natalia.values)[0]
    assert life.over is not None
    assert [point.code for point in life.over] == ["found_held", "released"]


def test_six_years_here_and_six_months_there_stand_side_by_side(told: Chronicle) -> None:
    (natalia,) = [person for person in told.case.people if person.name == "Natalia Sokolova"]
    assert [value.text for value in natalia.all("penalty")] == [
        "4-7 years",
        "six years in prison",
        "sechs Monate Gefängnis",
    ]


def test_every_toll_of_december_has_its_source(december: Comparison) -> None:
    tolls = {(row.count.low, row.count.high, row.count.who) for row in december.rows}
    assert tolls == {
        (10, 10, "генерального прокурора Асхата Даулбаева"),
        (11, 11, "Nurdaulet Suindikov"),
        (13, 13, "Нурдаулет Суиндиков"),
        (15, None, "Tocsin, after Reuters, Tocsin, after Amnesty International"),
        (13, 13, "официальные данные"),
        (30, 70, "жителей города"),
        (64, 64, "people who carried the bodies from the square"),
        (11, 11, "the Prosecutor's Office"),
    }
    assert all(row.count.sources for row in december.rows)


def test_a_toll_of_more_than_one_place_stands_by_itself(told: Chronicle) -> None:
    counts = [c for entry in told.entries if entry.what == "killing" for c in entry.counts]
    assert {(17, None), (1, 1)} <= {(count.low, count.high) for count in counts}


def test_people_told_of_in_two_scripts_are_one(told: Chronicle) -> None:
    assert [person.name for person in told.people] == [
        "Natalia Sokolova",
        "A. A.",
        "Жаксылык Турбаев",
        "Жансауле Карабалаева",
    ]
    assert PersonAtRisk.objects.filter(same_as=None).count() == 4
    assert PersonAtRisk.objects.count() == 13


def test_nothing_of_it_is_lost_by_the_joining(told: Chronicle) -> None:
    joined = Subject.objects.exclude(same_as=None)
    assert joined.count() > 15
    assert all(subject.claims.exists() for subject in joined)
