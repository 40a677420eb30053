"""Who says what, how, and when: as it was read, and as a person has it."""

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.utils import timezone

from tests import cast
from tests.cases.test_accept import reviewed
from tests.cast import put_on
from tests.reports.drafts import TEXT, draft, found, span
from tocsin.cases.accept import accept_report
from tocsin.cases.add_claim import add_claim
from tocsin.cases.errors import CannotChange
from tocsin.cases.judge_claim import accept_claim, awaiting, reject_claim
from tocsin.cases.models import Case, Claim, Inquiry, Subject
from tocsin.cases.queries import case_view
from tocsin.cases.tell_claim import tell_claim
from tocsin.cases.view import PersonView
from tocsin.members.models import Member, Revision

LATER = "Later he said that L. Marwede had been taken to another station."


@pytest.fixture(scope="module")
def made(once: None) -> int:
    rustam = cast.member("Rustam")
    return accept_report(reviewed(rustam), rustam).pk


@pytest.fixture
def case(made: int, db: None) -> Case:
    return Case.objects.get(pk=made)


@pytest.fixture
def person(case: Case) -> Subject:
    return Subject.objects.get(case=case, kind="person")


@pytest.fixture
def charge(person: Subject) -> Claim:
    return Claim.objects.get(subject=person, predicate="charge")


def a_call(case: Case) -> Inquiry:
    return Inquiry.objects.create(
        case=case, office_name="Port police", channel="phone", asked_at=timezone.now(), outcome="answered"
    )


def seen(case: Case) -> PersonView:
    return case_view(case, public=False).people[0]


def statement(by: Member, **changed: object) -> Claim:
    statements = [draft()["statements"][0], draft()["statements"][1] | changed.pop("statement", {})]
    case = accept_report(
        reviewed(by, draft=draft(statements=statements, **changed), text=TEXT + "\nOurs."), by
    )
    return Claim.objects.get(subject__case=case, predicate="gist", spans=[span(LATER[19:-1])])


def test_a_refusal_is_a_stance(rustam: Member) -> None:
    assert statement(rustam, statement={"refused": True}).stance == "refuses"


def test_a_denial_that_was_read_is_a_stance(rustam: Member) -> None:
    denial = found("taken to another station", type="official_denial", date=None, place=None, count=None)
    assert statement(rustam, incidents=[denial]).stance == "denies"


WARNED = [
    {"code": "said_in_custody", "message": "Spoken in custody.", "spans": [span("taken to another station")]}
]


def test_what_was_said_in_custody_says_so(rustam: Member) -> None:
    said = statement(rustam, warnings=WARNED, statement={"speaker": "her brother"})
    assert (said.circumstance, said.stance, said.asserted_by) == ("in_custody", "asserts", "her brother")


def test_an_official_who_tells_of_it_speaks_for_himself(rustam: Member) -> None:
    assert statement(rustam, warnings=WARNED).circumstance == ""


def test_a_status_and_an_incident_hold_from_their_dates(rustam: Member) -> None:
    people = [draft()["people"][0] | {"since": "2015-05-03"}]
    case = accept_report(reviewed(rustam, draft=draft(people=people), text=TEXT + "\nOurs."), rustam)
    held = dict(
        Claim.objects.filter(subject__case=case, subject__kind="person").values_list("predicate", "holds_on")
    )
    assert (held["status"], held["charge"]) == ("2015-05-03", "")
    [beating] = Claim.objects.filter(subject__case=case, predicate="type", value="beating")
    assert beating.holds_on == "2015-05-03"


def test_how_it_was_said_is_changed_at_the_desk_and_noted(charge: Claim, rustam: Member) -> None:
    tell_claim(
        charge,
        rustam,
        stance="denies",
        circumstance="free",
        asserted_by=" her  lawyer ",
        said_at="2015-05-09",
    )
    charge.refresh_from_db()
    assert (charge.stance, charge.circumstance, charge.asserted_by, charge.said_at, charge.value) == (
        "denies",
        "free",
        "her lawyer",
        "2015-05-09",
        "disturbing trade",
    )
    assert Revision.objects.get(entry__act="claim.told").before["stance"] == "asserts"


@pytest.mark.parametrize(
    "wrong", [{"stance": "mumbles"}, {"circumstance": "drunk"}, {"said_at": "last Ramadan"}]
)
def test_what_is_no_stance_or_date_changes_nothing(
    charge: Claim, rustam: Member, wrong: dict[str, str]
) -> None:
    told = {"stance": "denies", "circumstance": "", "asserted_by": "", "said_at": ""} | wrong
    with pytest.raises(CannotChange):
        tell_claim(charge, rustam, **told)
    charge.refresh_from_db()
    assert charge.stance == "asserts"


def test_what_is_only_denied_is_not_told(case: Case, charge: Claim, rustam: Member) -> None:
    tell_claim(charge, rustam, stance="denies", circumstance="free", asserted_by="the court")
    assert (seen(case).text("charge"), [v.text for v in seen(case).all("charge")]) == (
        "",
        ["disturbing trade"],
    )


@pytest.mark.parametrize(
    ("circumstance", "who", "told"),
    [
        ("free", "the witness", ""),
        ("in_custody", "the witness", "disturbing trade"),
        ("under_pressure", "the witness", "disturbing trade"),
        ("", "the witness", "disturbing trade"),
        ("free", "somebody else", "disturbing trade"),
    ],
)
def test_only_a_free_retraction_by_the_same_speaker_takes_back(
    case: Case, charge: Claim, rustam: Member, circumstance: str, who: str, told: str
) -> None:
    tell_claim(charge, rustam, stance="asserts", circumstance="free", asserted_by="the witness")
    add_claim(
        charge.subject,
        "charge",
        "disturbing trade",
        rustam,
        inquiry=a_call(case),
        stance="retracts",
        circumstance=circumstance,
        asserted_by=who,
        said_at="2015-06-01",
    )
    values = seen(case).all("charge")
    assert seen(case).text("charge") == told
    assert sorted((v.stance, v.circumstance) for v in values) == [
        ("asserts", "free"),
        ("retracts", circumstance),
    ]
    charge.refresh_from_db()
    assert (charge.state, charge.withdrawn_at) == ("accepted", None)


def test_a_claim_is_added_with_its_words(case: Case, person: Subject, rustam: Member) -> None:
    report = case.reports.get()
    made = add_claim(
        person, "penalty", "two to four years", rustam, report=report, words="two  to\nfour years"
    )
    assert (made.spans, made.accepted_by, made.may_be_shown) == ([span("two to four years")], rustam, False)


@pytest.mark.parametrize(
    ("predicate", "typed", "words", "sentence"),
    [
        ("penalty", "ten years", "ten years", "do not stand in the report"),
        ("penalty", "ten years", "", "Copy the words"),
        ("status", "asleep", "missing", "is not one of"),
        ("shoe_size", "44", "missing", "Choose what the claim is about"),
    ],
)
def test_a_claim_without_its_words_or_sense_is_not_added(
    case: Case, person: Subject, rustam: Member, predicate: str, typed: str, words: str, sentence: str
) -> None:
    count = Claim.objects.count()
    with pytest.raises(CannotChange, match=sentence):
        add_claim(person, predicate, typed, rustam, report=case.reports.get(), words=words)
    assert Claim.objects.count() == count


def test_a_claim_has_one_source(case: Case, person: Subject, rustam: Member) -> None:
    other = Case.objects.create(slug="other", title="Other")
    tries = [
        {},
        {"report": case.reports.get(), "inquiry": a_call(case), "words": "missing"},
        {"inquiry": a_call(other)},
        {"report": reviewed(rustam, text=TEXT + "\nx"), "words": "missing"},
    ]
    for source in tries:
        with pytest.raises(CannotChange):
            add_claim(person, "role", "lawyer", rustam, **source)


def test_a_claim_of_a_call_waits_until_a_reviewer_takes_it(
    case: Case, person: Subject, rustam: Member
) -> None:
    waiting = Claim.objects.create(
        subject=person, predicate="liberty", value="held", inquiry=a_call(case), state="awaiting"
    )
    assert (list(awaiting(case)), seen(case).all("liberty")) == ([waiting], ())
    with pytest.raises(IntegrityError), transaction.atomic():
        Claim.objects.filter(pk=waiting.pk).update(may_be_shown=True)
    accept_claim(waiting, rustam)
    assert (list(awaiting(case)), seen(case).text("liberty")) == ([], "held")
    with pytest.raises(CannotChange, match="decided already"):
        accept_claim(waiting, rustam)
    reject_claim(waiting, rustam)
    assert seen(case).all("liberty") == ()


def test_a_contributor_decides_nothing(case: Case, charge: Claim, dana: Member) -> None:
    put_on(case, "Dana")
    tries = [
        lambda: tell_claim(charge, dana, stance="denies", circumstance="", asserted_by=""),
        lambda: add_claim(charge.subject, "role", "lawyer", dana, inquiry=a_call(case)),
        lambda: accept_claim(charge, dana),
        lambda: reject_claim(charge, dana),
    ]
    for attempt in tries:
        with pytest.raises(PermissionDenied):
            attempt()
