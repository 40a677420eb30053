"""Judging that two are one, or not, and undoing it."""

from contextlib import suppress
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from tests.cases.told import a_case, incident, person, told
from tests.cast import member
from tocsin.cases.end_judgement import end_judgement, part
from tocsin.cases.errors import CannotChange
from tocsin.cases.judge_apart import judge_apart, judge_unsure
from tocsin.cases.judge_same import judge_same
from tocsin.cases.models import Case, Claim, Judgement, PersonAtRisk, Subject
from tocsin.cases.name_person import show_name
from tocsin.cases.queries import case_view
from tocsin.cases.show_claim import show_claims
from tocsin.members.models import Member

pytestmark = pytest.mark.django_db


@pytest.fixture
def case(rustam: Member) -> Case:
    case = a_case()
    case.members.create(member=rustam, role="reviewer")
    return case


def rows(case: Case) -> list[Any]:
    """Every row that a judgement could touch, as stored."""
    tables = (
        Subject.objects.filter(case=case),
        PersonAtRisk.objects.filter(case=case),
        Claim.objects.filter(subject__case=case),
    )
    return [list(table.order_by("pk").values()) for table in tables]


def test_incidents_of_two_reports_become_one_line_with_both_sources(case: Case, rustam: Member) -> None:
    first, second = incident(case, "beating", "2015-05-03"), incident(case, "beating", "2015-05-04")
    judge_same(first, second, rustam, score=0.9, why="one evening")
    [seen] = case_view(case, public=False).incidents
    assert (seen.pk, seen.joined) == (first.pk, (second.pk,))
    assert [v.raw for v in seen.values["date"]] == ["2015-05-03", "2015-05-04"]
    assert len(seen.values["type"][0].sources) == 2


def test_groups_are_joined_too(case: Case, rustam: Member) -> None:
    first, second = told(case, "group", label="dockers"), told(case, "group", label="port workers")
    judge_same(first, second, rustam)
    [seen] = case_view(case, public=False).groups
    assert [v.raw for v in seen.values["label"]] == ["dockers", "port workers"]


def test_merges_of_merged_work_are_one_and_come_apart_in_any_order(case: Case, rustam: Member) -> None:
    a, b, c, d = (incident(case, "beating", f"2015-05-0{n}") for n in range(1, 5))
    before = rows(case)
    made = [judge_same(a, b, rustam), judge_same(c, d, rustam), judge_same(b, d, rustam)]
    assert [i.joined for i in case_view(case, public=False).incidents] == [(b.pk, c.pk, d.pk)]
    end_judgement(made[0], rustam)
    assert {(i.pk, i.joined) for i in case_view(case, public=False).incidents} == {
        (a.pk, ()),
        (b.pk, (c.pk, d.pk)),
    }
    for judgement in (made[2], made[1]):
        end_judgement(judgement, rustam)
    assert rows(case) == before


def test_a_no_is_remembered_and_stands_against_a_joining_through_others(case: Case, rustam: Member) -> None:
    a, b, c = (person(case, "Lina Marwede") for _ in range(3))
    judge_apart(a, c, rustam)
    judge_same(a, b, rustam)
    with pytest.raises(CannotChange, match="Undo one of the two"):
        judge_same(b, c, rustam)
    assert [p.joined for p in case_view(case, public=False).people] == [(b.pk,), ()]


def test_a_no_gives_way_to_a_yes_on_the_same_two(case: Case, rustam: Member) -> None:
    a, b = person(case, "Lina Marwede"), person(case, "Lina Marwede")
    judge_apart(a, b, rustam)
    judge_same(b, a, rustam)
    assert list(Judgement.objects.values_list("verdict", "ended_by")) == [
        ("apart", rustam.pk),
        ("same", None),
    ]
    judge_unsure(a, b, rustam)
    assert Judgement.objects.get(ended_at=None).verdict == "unsure"
    assert Subject.objects.filter(same_as__isnull=False).count() == 0


def test_two_that_are_one_through_a_third_are_not_judged_apart(case: Case, rustam: Member) -> None:
    a, b, c = (incident(case, "beating", "2015-05-03") for _ in range(3))
    judge_same(a, b, rustam)
    judge_same(b, c, rustam)
    with pytest.raises(CannotChange, match="through others"):
        judge_apart(a, c, rustam)
    assert Judgement.objects.filter(verdict="apart").count() == 0


def test_only_two_of_one_kind_and_case_are_judged(case: Case, rustam: Member) -> None:
    here, demand = incident(case, "beating", "2015-05-03"), told(case, "demand", text="free her")
    other = a_case("elsewhere")
    elsewhere = incident(other, "beating", "2015-05-03")
    for one, two in (
        (here, here),
        (here, elsewhere),
        (here, person(case, "L. Marwede")),
        (demand, told(case, "demand", text="x")),
    ):
        with pytest.raises(CannotChange):
            judge_same(one, two, rustam)
    assert Judgement.objects.count() == 0


@pytest.mark.parametrize("name", ["Dana", "Petra"])
def test_who_may_not_review_the_case_judges_nothing(case: Case, name: str) -> None:
    a, b, by = incident(case, "beating", "2015-05-03"), incident(case, "beating", "2015-05-03"), member(name)
    made = judge_same(a, b, None)
    for act, args in (
        (judge_same, (a, b)),
        (judge_apart, (a, b)),
        (judge_unsure, (a, b)),
        (end_judgement, (made,)),
        (part, (a,)),
    ):
        with pytest.raises(PermissionDenied):
            act(*args, by)


def test_an_undone_judgement_is_not_undone_twice(case: Case, rustam: Member) -> None:
    a, b = incident(case, "beating", "2015-05-03"), incident(case, "beating", "2015-05-03")
    made = judge_same(a, b, rustam)
    end_judgement(made, rustam)
    for attempt in (lambda: end_judgement(made, rustam), lambda: part(a, rustam)):
        with pytest.raises(CannotChange):
            attempt()


CANARY = "Zelmira Quintavalle"


@pytest.mark.parametrize("withheld_first", [True, False])
def test_nobody_becomes_known_by_being_joined(case: Case, rustam: Member, withheld_first: bool) -> None:
    names = [CANARY, "Zelmira Q."] if withheld_first else ["Zelmira Q.", CANARY]
    a, b = (person(case, name) for name in names)
    hidden, known = (a, b) if withheld_first else (b, a)
    show_name(known, "full", "person", "By letter", rustam)
    incident(case, "beating", "2015-05-03", affected=[CANARY])
    show_claims(Claim.objects.filter(subject__case=case), rustam)
    made = judge_same(a, b, rustam)
    [seen] = case_view(case, public=True).people
    assert (seen.pk, seen.is_withheld) == (hidden.pk, True)
    assert "Quintavalle" not in str(case_view(case, public=True))
    end_judgement(made, rustam)
    assert "Quintavalle" not in str(case_view(case, public=True))


def test_a_rule_recorded_since_holds_for_both_until_somebody_else_joins(case: Case, rustam: Member) -> None:
    a, b = person(case, "Lina Marwede"), person(case, "L. Marwede")
    judge_same(a, b, rustam)
    show_name(PersonAtRisk.objects.get(pk=a.pk), "full", "person", "By letter", rustam)
    [seen] = case_view(case, public=True).people
    assert (seen.pk, seen.name) == (a.pk, "Lina Marwede")
    judge_same(a, person(case, "Lina M."), rustam)
    assert [p.is_withheld for p in case_view(case, public=True).people] == [True]


def test_a_piece_that_comes_off_keeps_to_its_own_most_careful_rule(case: Case, rustam: Member) -> None:
    """The one that withheld leaves; the two that stay are named by the more careful of their own rules."""
    known, withheld, initials = (
        person(case, "Lina Marwede"),
        person(case, "Lina M."),
        person(case, "Lina Marwede"),
    )
    show_name(known, "full", "person", "By letter", rustam)
    show_name(initials, "initials", "person", "By phone", rustam)
    first = judge_same(known, withheld, rustam)
    judge_same(initials, known, rustam)
    end_judgement(first, rustam)
    assert {p.pk: p.naming for p in case_view(case, public=False).people} == {
        initials.pk: "initials",
        withheld.pk: "withheld",
    }


MERGES = st.lists(st.permutations(range(4)).map(lambda p: p[:2]), max_size=5)


class TestAnyOrder(TestCase):
    """Property: after any merges, undone in any order, every row is as it was."""

    def merge_and_undo(self, data: st.DataObject) -> None:
        by = member("Rustam")
        case = a_case()
        case.members.create(member=by, role="reviewer")
        subjects = [person(case, f"Lina Marwede {n}") for n in range(4)]
        show_name(subjects[3], "full", "person", "By letter", by)
        before, made = rows(case), []
        for pair in data.draw(MERGES):
            one, other = (subjects[n] for n in pair)
            with suppress(CannotChange):
                made.append(judge_same(one, other, by))
            if made and data.draw(st.booleans()):
                end_judgement(made.pop(data.draw(st.integers(0, len(made) - 1))), by)
        for judgement in data.draw(st.permutations(made)):
            end_judgement(judgement, by)
        assert rows(case) == before

    @settings(max_examples=6, deadline=None)
    @given(data=st.data())
    def test_rows_are_identical_after_all_is_undone(self, data: st.DataObject) -> None:
        self.merge_and_undo(data)

    @pytest.mark.soak
    @settings(max_examples=200, deadline=None)
    @given(data=st.data())
    def test_many_more_orders(self, data: st.DataObject) -> None:
        self.merge_and_undo(data)
