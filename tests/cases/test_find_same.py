"""Which pairs of a case are proposed as one, and when no longer."""

import pytest

from tests.cases.told import a_case, a_source, incident, person, told
from tocsin.cases.add_claim import add_claim
from tocsin.cases.end_judgement import end_judgement
from tocsin.cases.find_same import find_same
from tocsin.cases.judge_apart import judge_apart, judge_unsure
from tocsin.cases.judge_claim import accept_claim, reject_claim
from tocsin.cases.judge_same import judge_same
from tocsin.cases.models import Case, Claim, SameProposal
from tocsin.cases.same_queries import count_waiting, standing_judgements, waiting
from tocsin.cases.sameness.gather import gather
from tocsin.cases.tell_claim import tell_claim
from tocsin.cases.withdraw import restore_claim, withdraw_claim
from tocsin.members.models import Member

pytestmark = pytest.mark.django_db


@pytest.fixture
def case(rustam: Member) -> Case:
    case = a_case()
    case.members.create(member=rustam, role="reviewer")
    return case


def pairs(case: Case) -> set[frozenset[int]]:
    return {frozenset((p.left_id, p.right_id)) for p in waiting(case).shown}


def test_people_groups_and_incidents_of_two_reports_are_proposed(case: Case) -> None:
    known, new = a_source(case), a_source(case)
    both = [
        (person(case, "Natalia Sokolova", known), person(case, "Соколова Наталья", new)),
        (told(case, "group", known, label="dockers"), told(case, "group", new, label="Dockers")),
        (
            incident(case, "beating", "2015-05-03", report=known),
            incident(case, "beating", "2015-05-03", "Рига", new),
        ),
    ]
    incident(case, "beating", "2015-05-20", report=new)
    assert find_same(case, new) == 3
    assert pairs(case) == {frozenset((a.pk, b.pk)) for a, b in both}


def test_what_one_report_tells_apart_is_not_proposed(case: Case) -> None:
    report = a_source(case)
    for _ in range(2):
        incident(case, "beating", "2015-05-03", report=report)
        person(case, "Lina Marwede", report)
    assert find_same(case) == 0


def test_a_person_whom_the_words_name_is_one_of_those_it_happened_to(case: Case) -> None:
    """Two beatings of one day in one city: of her whom the sentence names, and of somebody else."""
    sentence = a_source(case, "Marwede was beaten"), a_source(case, "Ozols was beaten")
    for report, name in zip(sentence, ("Lina Marwede", "Andris Ozols"), strict=True):
        person(case, name, report)
        incident(case, "beating", "2015-05-03", report=report)
    find_same(case)
    assert pairs(case) == set()


def test_a_judged_pair_is_not_asked_about_again(case: Case, rustam: Member) -> None:
    a, b, c = (incident(case, "beating", "2015-05-03") for _ in range(3))
    assert find_same(case) == 3
    no = judge_apart(a, b, rustam)
    find_same(case)
    assert pairs(case) == {frozenset((a.pk, c.pk)), frozenset((b.pk, c.pk))}
    judge_same(b, c, rustam)
    assert (pairs(case), count_waiting(case)) == (set(), 0)  # c is b now, and b is not a
    end_judgement(no, rustam)
    assert (len(pairs(case)), count_waiting(case)) == (1, 1)  # one question: is a what b and c are?
    assert [j.verdict for j in standing_judgements(case)] == ["same"]


def test_what_nobody_could_tell_waits_below_the_others(case: Case, rustam: Member) -> None:
    a, b = (incident(case, "beating", "2015-05-03") for _ in range(2))
    c, d = (incident(case, "arrest", "2015-06") for _ in range(2))
    find_same(case)
    likest = waiting(case, 1).shown[0]
    assert {likest.left_id, likest.right_id} == {a.pk, b.pk}
    judge_unsure(a, b, rustam)
    assert [{p.left_id, p.right_id} for p in waiting(case).shown] == [{c.pk, d.pk}, {a.pk, b.pk}]
    assert count_waiting(case) == 1


def test_a_withdrawn_claim_changes_what_is_proposed(case: Case, rustam: Member) -> None:
    known, new = person(case, "Lina Marwede"), person(case, "L. Marwede")
    find_same(case)
    name = Claim.objects.get(subject=new, predicate="name")
    withdraw_claim(name, rustam)
    assert pairs(case) == set()
    restore_claim(name, rustam)
    assert pairs(case) == {frozenset((known.pk, new.pk))}


def test_a_name_that_is_added_left_out_or_denied_changes_what_is_proposed(case: Case, rustam: Member) -> None:
    report = a_source(case)
    known, new = person(case, "Lina Marwede"), person(case, "Ivan Petrov", report)
    both = {frozenset((known.pk, new.pk))}
    name = add_claim(new, "aliases", "Lina Marwede", rustam, report=report, words=report.text.split()[0])
    assert pairs(case) == both
    reject_claim(name, rustam)
    assert pairs(case) == set()
    accept_claim(name, rustam)
    assert pairs(case) == both
    name.refresh_from_db()
    for stance, proposed in (("denies", set()), ("asserts", both)):
        tell_claim(name, rustam, stance=stance, circumstance="", asserted_by="")
        assert pairs(case) == proposed


def test_another_case_is_left_alone(case: Case) -> None:
    other = a_case("elsewhere")
    incident(case, "beating", "2015-05-03")
    incident(other, "beating", "2015-05-03")
    find_same(case)
    find_same(other)
    assert SameProposal.objects.count() == 0


@pytest.mark.soak
def test_a_report_more_among_many_costs_little(case: Case) -> None:
    """A case of 2,000 incidents: what one report adds is compared with its neighbours in time alone."""
    from time import perf_counter

    for n in range(2000):
        incident(
            case, ("beating", "arrest", "strike")[n % 3], f"20{10 + n % 12}-{n % 11 + 1:02}-{n % 27 + 1:02}"
        )
    new = a_source(case)
    incident(case, "beating", "2015-05-03", report=new)
    began = perf_counter()
    find_same(case, new)
    assert perf_counter() - began < 3.0


def test_what_is_gathered_of_a_few_is_what_is_gathered_of_all(case: Case) -> None:
    known, new = a_source(case), a_source(case, "Latvia: Marwede was beaten at the gate")
    person(case, "Lina Marwede", new)
    group = told(case, "group", known, label="dockers")
    one, other = (
        incident(case, "beating", "2015-05-03", report=known),
        incident(case, "beating", "2015-05-04"),
    )
    again = incident(case, "beating", "2015-05-05", report=new)
    Claim.objects.filter(subject=again).update(spans=[[0, 30]])
    everything, some = gather(case), gather(case, {again.pk, group.pk})
    assert everything.incidents.keys() == {one.pk, other.pk, again.pk}
    assert some.incidents == {again.pk: everything.incidents[again.pk]}
    assert some.incidents[again.pk].who == ("Lina Marwede",)
    assert some.groups == everything.groups
