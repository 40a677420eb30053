"""A person's status on five axes, derived from claims."""

import pytest

from tests.cases.asking import an_office, attempt
from tests.cases.test_accept import reviewed
from tests.cast import desk_client, put_on
from tests.reports.drafts import TEXT, draft
from tocsin.cases.accept import accept_report
from tocsin.cases.add_claim import add_claim
from tocsin.cases.inquiries.log_inquiry import log_inquiry
from tocsin.cases.models import Case, Claim, Subject
from tocsin.cases.queries import case_view
from tocsin.cases.status import Axis, status_of
from tocsin.members.models import Member
from tocsin.reports.axes import CODE_WORDS
from tocsin.reports.codes import Status
from tocsin.terms.status_axes import AXES, AXIS_OF_STATUS, status_codes


def test_every_code_has_words_and_every_status_a_place() -> None:
    assert {axis: set(words) for axis, words in CODE_WORDS.items()} == {
        axis: {row.code for row in rows} for axis, rows in status_codes().items()
    }
    assert set(AXIS_OF_STATUS) == set(Status.values) - {"other"}
    assert all(code in CODE_WORDS[axis] for axis, code in AXIS_OF_STATUS.values())


@pytest.fixture
def case(rustam: Member) -> Case:
    people = [draft()["people"][0] | {"status": "detained", "since": "2015-05-03", "also": ["charged"]}]
    return accept_report(reviewed(rustam, draft=draft(people=people)), rustam)


def say(case: Case, axis: str, code: str, by: Member, **more: str) -> Claim:
    person = Subject.objects.filter(case=case, kind="person").first()
    report = case.reports.first()
    return add_claim(person, axis, code, by, report=report, words="Lina Marwede", **more)


def axes(case: Case) -> dict[str, Axis]:
    [person] = case_view(case, public=False).people
    return {axis.axis: axis for axis in status_of(person.values)}


def now(case: Case, axis: str) -> list[tuple[str, str, bool]]:
    return [(p.code, p.date, p.is_by_report) for p in axes(case)[axis].now]


def test_a_draft_status_stands_on_its_axis_from_its_date(case: Case) -> None:
    assert now(case, "liberty") == [("held", "2015-05-03", False)]
    assert now(case, "law") == [("charged", "2015-05-08", True)]
    assert [axis for axis in AXES if axis in axes(case)] == ["liberty", "law"]


def test_the_latest_is_now_and_the_history_stays(case: Case, rustam: Member) -> None:
    say(case, "liberty", "released", rustam, holds_on="2015-06")
    assert now(case, "liberty") == [("released", "2015-06", False)]
    assert [p.code for p in axes(case)["liberty"].history] == ["held", "released"]
    assert axes(case)["liberty"].is_disputed is False


@pytest.mark.parametrize("vague", ["2015-XX", "2015-05-XX", "201X", "XXXX-12-24", "../2015-05-02"])
def test_a_vague_date_is_no_later_than_the_first_day_that_it_may_mean(
    case: Case, rustam: Member, vague: str
) -> None:
    Claim.objects.filter(subject__case=case, predicate="status").update(value="released", holds_on=vague)
    say(case, "liberty", "held", rustam, holds_on="2015-05-03")
    assert now(case, "liberty") == [("held", "2015-05-03", False)]


def test_what_a_call_told_stands_at_the_day_of_the_call_there(case: Case, rustam: Member) -> None:
    """Just past midnight in Aqtau it is the day before in Riga and Greenwich."""
    person = Subject.objects.get(case=case, kind="person")
    call = log_inquiry(case, attempt(hours=14, office=an_office(case), spoke_with="a guard"), rustam)
    told = add_claim(person, "liberty", "released", rustam, inquiry=call)
    assert (told.said_at, told.asserted_by) == ("2026-03-03", "a guard, Remand prison, Aqtau")
    assert now(case, "liberty") == [("released", "2026-03-03", True)]
    own = add_claim(
        person, "liberty", "free", rustam, inquiry=call, said_at="2026-03-01", asserted_by="a cook"
    )
    assert (own.said_at, own.asserted_by) == ("2026-03-01", "a cook")


def test_contradictions_of_one_date_stand_side_by_side(case: Case, rustam: Member) -> None:
    say(case, "liberty", "free", rustam, holds_on="2015-05-03", asserted_by="the port police")
    assert [code for code, _, _ in now(case, "liberty")] == ["held", "free"]
    assert axes(case)["liberty"].is_disputed is True


def test_a_denial_makes_it_disputed_and_does_not_count(case: Case, rustam: Member) -> None:
    say(case, "liberty", "held", rustam, holds_on="2015-06", stance="denies", asserted_by="the minister")
    assert now(case, "liberty") == [("held", "2015-05-03", False)]
    assert axes(case)["liberty"].is_disputed is True


def test_what_was_said_in_custody_does_not_outweigh(case: Case, rustam: Member) -> None:
    say(
        case,
        "liberty",
        "free",
        rustam,
        holds_on="2015-07-01",
        circumstance="in_custody",
        asserted_by="herself",
    )
    assert now(case, "liberty") == [("held", "2015-05-03", False)]


def test_a_coerced_retraction_removes_nothing(case: Case, rustam: Member) -> None:
    Claim.objects.filter(predicate="status").update(asserted_by="her brother")
    say(
        case, "liberty", "held", rustam, stance="retracts", circumstance="under_pressure",
        asserted_by="her brother", said_at="2015-07-01",
    )  # fmt: skip
    assert now(case, "liberty") == [("held", "2015-05-03", False)]


def test_two_reports_keep_their_own_dates(case: Case, rustam: Member) -> None:
    people = [draft()["people"][0] | {"status": "detained", "since": "2015-05-20"}]
    other = reviewed(rustam, text=TEXT + "\nx", draft=draft(people=people), published="2015-05-21")
    accept_report(other, rustam, case=case)
    first, second = Subject.objects.filter(case=case, kind="person").order_by("pk")
    Subject.objects.filter(pk=second.pk).update(same_as=first)
    assert [(p.code, p.date) for p in axes(case)["liberty"].history] == [
        ("held", "2015-05-03"),
        ("held", "2015-05-20"),
    ]


def missing(case: Case, by: Member, holds_on: str = "2015-05-10") -> None:
    say(case, "life", "missing", by, holds_on=holds_on, asserted_by="her sister")


def over(case: Case) -> tuple[str, str] | None:
    found = axes(case)["life"].over
    return (found[1].code, found[1].date) if found else None


@pytest.mark.parametrize(("axis", "code"), [("law", "convicted"), ("liberty", "released")])
def test_a_sentence_or_release_of_a_later_day_ends_that_somebody_is_missing(
    case: Case, rustam: Member, axis: str, code: str
) -> None:
    missing(case, rustam)
    say(case, axis, code, rustam, holds_on="2015-06-01")
    assert now(case, "life") == []
    assert over(case) == (code, "2015-06-01")
    assert [p.code for p in axes(case)["life"].history] == ["missing"]


def test_that_she_is_held_or_was_free_before_ends_nothing(case: Case, rustam: Member) -> None:
    missing(case, rustam)
    say(case, "liberty", "held", rustam, holds_on="2015-06-01")
    say(case, "liberty", "released", rustam, holds_on="2015-05-09")
    assert now(case, "life") == [("missing", "2015-05-10", False)]
    assert over(case) is None


def test_a_release_that_somebody_denies_or_that_was_said_in_custody_ends_nothing(
    case: Case, rustam: Member
) -> None:
    missing(case, rustam)
    say(case, "liberty", "free", rustam, holds_on="2015-06-02", circumstance="in_custody", asserted_by="she")
    say(case, "liberty", "released", rustam, holds_on="2015-06-01", asserted_by="the head of the prison")
    say(case, "liberty", "released", rustam, holds_on="2015-06-01", stance="denies", asserted_by="her sister")
    assert now(case, "life") == [("missing", "2015-05-10", False)]


def test_missing_once_more_is_now(case: Case, rustam: Member) -> None:
    missing(case, rustam)
    say(case, "liberty", "released", rustam, holds_on="2015-06-01")
    missing(case, rustam, "2015-07-01")
    assert now(case, "life") == [("missing", "2015-07-01", False)]


def test_found_in_a_prison_is_over_once_she_is_released_and_not_by_a_sentence(
    case: Case, rustam: Member
) -> None:
    missing(case, rustam)
    say(case, "life", "found_held", rustam, holds_on="2015-05-20")
    say(case, "law", "convicted", rustam, holds_on="2015-06-01")
    assert now(case, "life") == [("found_held", "2015-05-20", False)]
    say(case, "liberty", "released", rustam, holds_on="2015-07-01")
    assert over(case) == ("released", "2015-07-01")


def test_the_card_tells_what_is_over_and_by_what(case: Case, rustam: Member) -> None:
    missing(case, rustam)
    say(case, "liberty", "released", rustam, holds_on="2015-06-01")
    put_on(case, "Rustam")
    person = Subject.objects.get(case=case, kind="person")
    page = desk_client("Rustam").get(f"/desk/cases/{case.slug}/people/{person.pk}/").content.decode()
    assert "“missing” is over: released, 1 June 2015." in page
