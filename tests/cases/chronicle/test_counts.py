"""Ten death tolls for one December day."""

import pytest

from tocsin.cases.chronicle.chronicle import chronicle
from tocsin.cases.chronicle.draw_counts import Comparison, compare_counts

from .scene import RIGA, TOLLS, Scene, count, told_case, toll_case

pytestmark = pytest.mark.django_db


def compared(scene: Scene) -> tuple[Comparison, ...]:
    return compare_counts(chronicle(scene.case, public=True).entries)


def test_each_toll_has_its_row_with_who_said_it_and_when() -> None:
    [tolls] = compared(toll_case())
    assert (tolls.what, tolls.when.words, len(tolls.lines)) == ("Killed", "16 December 2015", 1)
    assert [(r.count.who, r.count.said.words, r.count.sources) for r in tolls.rows] == [
        (who, f"{day} December 2015", (day - 14,)) for day, (who, *_rest) in enumerate(TOLLS, 16)
    ]


def test_how_exactly_each_was_given_is_drawn() -> None:
    [tolls] = compared(toll_case())
    assert [r.count.shape.value for r in tolls.rows] == [
        "exact", "about", "exact", "vague", "range", "exact", "exact", "exact", "at_least", "exact",
    ]  # fmt: skip
    assert [r.end is None for r in tolls.rows] == [r.count.high is None for r in tolls.rows]
    assert [r.start < (r.end or 100) for r in tolls.rows] == [
        r.count.shape in ("vague", "range", "at_least") for r in tolls.rows
    ]


def test_a_total_and_what_comes_on_top_are_told_apart() -> None:
    [tolls] = compared(toll_case())
    remarks = {r.count.words: r.count.remarks for r in tolls.rows if r.count.remarks}
    assert remarks == {"a total of 15": ("a running total",), "another 3": ("on top of others",)}


def test_all_rows_stand_on_one_scale_in_the_order_of_their_numbers() -> None:
    [tolls] = compared(toll_case())
    by_number = sorted(tolls.rows, key=lambda r: r.count.low)
    starts = [r.start for r in by_number]
    assert starts == sorted(starts)
    assert max(starts) < 100
    assert [tick.words for tick in tolls.ticks] == ["0", "20", "40", "60", "80"]


def test_the_detained_are_not_counted_with_the_dead() -> None:
    scene = toll_case()
    scene.incident("mass_arrest", scene.report("2015-12-30", "W"), date="2015-12-16", count=count(8, 8, "8"))
    assert [c.measure for c in compared(scene)] == ["killing"]


def test_two_incidents_of_one_day_are_compared_though_nobody_merged_them() -> None:
    scene = told_case()
    report = scene.report("2015-05-09", "Second")
    scene.incident("strike", report, date="2015-05-03", place=RIGA, count=count(40, 40, "40"))
    [strike] = compared(scene)
    assert (strike.what, [r.count.low for r in strike.rows]) == ("On strike", [9, 40])
    assert len(strike.lines) == 2


def test_a_count_that_stands_alone_is_no_comparison() -> None:
    assert compared(told_case()) == ()


@pytest.mark.parametrize("low", [0, 1, 3, 7, 12000, 999_999_999])
def test_any_number_fits_its_scale(low: int) -> None:
    scene = Scene()
    strike = scene.incident("strike", scene.report("2015-01-01", "A"), date="2015-01-01")
    for n in (low, 0):
        scene.claim(strike, "count", count(n, n, str(n)), scene.case.reports.get(), asserted_by=f"voice {n}")
    found = compared(scene)
    assert all(0 <= row.start <= 100 for c in found for row in c.rows)


def test_two_incidents_of_one_report_do_not_compete() -> None:
    scene = Scene()
    report = scene.report("2015-01-02", "A")
    for number in (3, 8):
        scene.incident("arrest", report, date="2015-01-01", count=count(number, number, str(number)))
    assert compared(scene) == ()


def test_who_did_it_is_not_compared_across_incidents() -> None:
    scene = Scene()
    for paper, number in (("A", 3), ("B", 8)):
        report = scene.report("2015-01-02", paper)
        scene.incident("beating", report, date="2015-01-01", actors_count=count(number, number, str(number)))
    assert compared(scene) == ()
