"""Every letter gets a time, in a fair order; what would come too late is said beforehand."""

from collections import Counter
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from tocsin.delivery.pacing.pace import HOUR, Pace
from tocsin.delivery.pacing.plan import BEFORE_DEADLINE, Late, Plan, late, plan
from tocsin.delivery.pacing.share import in_turn, served

START = datetime(2026, 11, 23, 5, 7, tzinfo=UTC)
waiting = st.dictionaries(st.integers(1, 9), st.integers(0, 40), max_size=5)
paces = st.builds(Pace, st.integers(1, 500), st.sampled_from(["UTC", "Asia/Almaty", "Asia/Kathmandu"]))


@given(waiting, paces)
def test_every_letter_gets_a_time_and_no_hour_more_than_the_cap(letters: dict[int, int], pace: Pace) -> None:
    planned = list(plan(letters, pace, START).slots())
    times = [time for time, _action in planned]
    assert Counter(action for _time, action in planned) == Counter({a: n for a, n in letters.items() if n})
    assert times == sorted(times)
    most = int(pace.per_hour)
    for place in range(len(times) - most):
        assert times[place + most] - times[place] >= HOUR - timedelta(milliseconds=1)


@given(waiting, paces)
def test_the_plan_is_what_the_pace_gives_one_by_one(letters: dict[int, int], pace: Pace) -> None:
    slot = START
    for time, _action in plan(letters, pace, START).slots():
        assert abs(time - slot) < timedelta(milliseconds=1)
        slot = pace.after(slot)


@given(waiting, st.integers(0, 9))
def test_nobody_is_served_twice_before_everybody_was(letters: dict[int, int], last: int) -> None:
    got: Counter[int] = Counter()
    for action in in_turn(letters, last):
        got[action] += 1
        with_letters = [a for a, n in letters.items() if got[a] < n]
        assert all(got[action] - got[other] <= 1 for other in with_letters)
    assert got == Counter({a: n for a, n in letters.items() if n})


@given(waiting, st.integers(0, 9), st.integers(0, 200))
def test_counting_whole_rounds_gives_what_counting_one_by_one_gives(
    letters: dict[int, int], last: int, first: int
) -> None:
    one_by_one = Counter(list(in_turn(letters, last))[:first])
    assert Counter(served(letters, min(first, sum(letters.values())), last)) == one_by_one


def test_the_turn_goes_on_where_it_was() -> None:
    assert list(in_turn({1: 2, 2: 2, 3: 1}, last=1)) == [2, 3, 1, 2, 1]


def test_what_would_leave_after_the_deadline_is_counted_for_each_action() -> None:
    pace, deadline = Pace(30, "UTC", by_hour=(1.0,) * 24), START + BEFORE_DEADLINE + timedelta(hours=2)
    planned = plan({1: 50, 2: 20}, pace, START, {1: deadline, 2: deadline})
    # Sixty places before it, in turn: twenty of the second action, forty of the first.
    assert late(planned) == [Late(1, 10, START + timedelta(hours=2))]


def test_a_nearer_deadline_makes_letters_late_and_never_faster() -> None:
    far, near = (plan({1: 500}, Pace(), START, {1: START + timedelta(days=d)}) for d in (30, 1))
    assert (far.runs, late(far)) == (near.runs, [])
    assert [lost.letters > 100 for lost in late(near)] == [True]


def test_a_deadline_that_is_over_leaves_all_of_it_late() -> None:
    assert late(plan({1: 5}, Pace(), START, {1: START - timedelta(days=3)}))[0].letters == 5


def test_the_hours_ahead_add_up() -> None:
    planned = plan({1: 100}, Pace(30, "Asia/Almaty"), START)
    assert planned.ends_at is not None
    hours = int((planned.ends_at - START) / HOUR) + 1
    assert sum(planned.per_hour(START, hours)) == 100
    assert max(planned.per_hour(START, hours)) <= 30


def test_nothing_that_waits_is_a_plan_without_end() -> None:
    assert plan({}, Pace(), START) == Plan({}, ())
    assert plan({}, Pace(), START).ends_at is None
