"""The picture and the table say the same, and what is uncertain is drawn as uncertain."""

from collections import Counter
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tocsin.cases.chronicle.dating import as_reported, dating
from tocsin.cases.chronicle.draw_timeline import TALL, WIDE, Plan, Timeline, draw_timeline
from tocsin.cases.chronicle.entry import Entry, EntryKind

LANES = {
    "incidents": EntryKind.INCIDENT,
    "people": EntryKind.STATUS,
    "statements": EntryKind.STATEMENT,
    "reports": EntryKind.REPORT,
}
DAYS = st.dates(date(2009, 1, 1), date(2013, 12, 31))
EDTF = st.one_of(
    DAYS.map(str),
    DAYS.map(lambda d: f"{d}?"),
    DAYS.map(lambda d: f"{d:%Y-%m}"),
    DAYS.map(lambda d: f"{d:%Y-%m}~"),
    DAYS.map(lambda d: f"{d}/{d + timedelta(days=50)}"),
    DAYS.map(lambda d: f"{d}/.."),
    DAYS.map(lambda d: f"../{d}"),
    st.just("2011"),
    st.just("last Ramadan"),
)


def entry(number: int, edtf: str, lane: str = "incidents") -> Entry:
    return Entry(f"e{number}", LANES[lane], lane, "strike", dating(edtf), "Strike", number=number)


def drawn(plan: Plan, *dates: str) -> Timeline:
    picture = draw_timeline([entry(n, edtf) for n, edtf in enumerate(dates, 1)], plan)
    assert picture is not None
    return picture


@pytest.mark.parametrize("plan", [WIDE, TALL], ids=lambda plan: plan.name)
@given(told=st.lists(st.tuples(EDTF, st.sampled_from(sorted(LANES))), max_size=40))
def test_each_dated_line_has_one_mark_and_no_mark_hides_another(
    plan: Plan, told: list[tuple[str, str]]
) -> None:
    entries = [entry(n, edtf, lane) for n, (edtf, lane) in enumerate(told, 1)]
    picture = draw_timeline(entries, plan)
    marks = picture.marks if picture else ()
    assert Counter(m.number for m in marks) == Counter(e.number for e in entries if e.dating.is_dated)
    for n, one in enumerate(marks):
        assert picture is not None
        assert -1 <= one.x <= picture.width + 1
        assert -1 <= one.y <= picture.height + 1
        for other in marks[n + 1 :]:
            assert abs(one.x - other.x) >= 19 or abs(one.y - other.y) >= 19


@pytest.mark.parametrize("columns", [2, 3, 4])
def test_upright_too_each_mark_stands_in_its_month(columns: int) -> None:
    """Three events of a whole month, and ten of days in it, before months of nothing much."""
    december = ["2011-12"] * 3 + [f"2011-12-{day}?" for day in (16, 16, 16, 16, 17, 17, 18, 19, 19, 20)]
    told = [*december, "2012-01-15", "2012-03-01"]
    others = [entry(100 + n, "2011-12-10", lane) for n, lane in enumerate(sorted(LANES)[: 4 - columns + 2])]
    picture = draw_timeline([*(entry(n, edtf) for n, edtf in enumerate(told, 1)), *others], TALL)
    assert picture is not None
    ticks = sorted(line.y for line in picture.lines if line.shape in ("tick", "new-year"))
    begins, ends = ticks[0], ticks[1]
    of_december = [mark.y for mark in picture.marks if mark.number <= len(december)]
    assert len(of_december) == 13
    assert [y for y in of_december if not begins <= y <= ends] == []
    bars = [mark.bar for mark in picture.marks if mark.number <= 3]
    assert {(bar.y, bar.y2) for bar in bars if bar} == {(begins, ends)}


def test_a_known_day_is_a_point_and_a_month_a_stretch_as_long_as_the_month() -> None:
    month, day = sorted(drawn(WIDE, "2011-12", "2011-12-16").marks, key=lambda mark: mark.number)
    assert (day.bar, day.shape) == (None, "day")
    assert month.bar is not None
    assert (month.shape, month.fades, month.bar.width) == ("month", "soft", WIDE.length)


@pytest.mark.parametrize(
    ("edtf", "shape", "fades", "has_bar"),
    [
        ("2011-06-05?", "inferred", "", False),
        ("2011-06-05~", "about", "", True),
        ("2011-06~", "about", "", True),
        ("2011", "year", "soft", True),
        ("2011-05-03/2011-06-30", "span", "", True),
        ("2011-05-03/..", "open", "after", True),
        ("../2011-05-03", "open", "before", True),
    ],
)
def test_each_doubt_has_a_shape_of_its_own(edtf: str, shape: str, fades: str, has_bar: bool) -> None:
    mark = drawn(WIDE, edtf, "2011-05-01", "2011-07-30").marks
    [found] = [m for m in mark if m.number == 1]
    assert (found.shape, found.fades, found.bar is not None) == (shape, fades, has_bar)


def test_what_is_true_by_a_report_fades_out_before_it() -> None:
    reported = Entry("e", EntryKind.STATUS, "people", "life", as_reported("2011-06-08"), "Missing", number=1)
    picture = draw_timeline([reported], WIDE)
    assert picture is not None
    assert (picture.marks[0].shape, picture.marks[0].fades) == ("reported", "before")


def test_months_of_which_nothing_is_known_are_cut_out_and_counted() -> None:
    picture = drawn(WIDE, "2001-03-01", "2011-05-08", "2011-12-16")
    assert [word.words for word in picture.words if "gap" in word.shape] == ["10 years", "6 months"]
    assert len(picture.bands) == 2


def test_time_runs_to_the_right_or_downwards() -> None:
    for plan in (WIDE, TALL):
        first, last = drawn(plan, "2011-05-08", "2011-12-16").marks
        assert (last.y > first.y, last.x > first.x) == ((True, False) if plan is TALL else (False, True))


def test_a_year_of_the_calendar_stands_once() -> None:
    words = [w.words for w in drawn(WIDE, "2011-11-08", "2012-01-16").words if w.shape == "year"]
    assert words == ["2011", "2012"]


def test_nothing_dated_is_no_picture() -> None:
    assert draw_timeline([entry(1, "last Ramadan")], WIDE) is None
    assert draw_timeline([], TALL) is None
