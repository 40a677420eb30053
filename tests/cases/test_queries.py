"""What the public may see of a case: tried with something to leak."""

from dataclasses import asdict

import pytest

from tests import cast
from tests.cases.test_accept import reviewed
from tests.cast import put_everybody_on
from tests.reports.drafts import TEXT, draft, found
from tocsin.cases.accept import accept_report
from tocsin.cases.edit import edit_case
from tocsin.cases.end_judgement import part
from tocsin.cases.freeze import freeze, thaw
from tocsin.cases.judge_same import judge_same
from tocsin.cases.models import Case, Claim, PersonAtRisk
from tocsin.cases.name_person import show_name, withhold_name
from tocsin.cases.queries import case_view
from tocsin.cases.show_claim import show_claim, show_claims
from tocsin.cases.withdraw import restore_claim, withdraw_claim
from tocsin.members.models import Member
from tocsin.reports.models import Report


@pytest.fixture(scope="module")
def made(once: None) -> int:
    """A case of which all may be shown but the name, which stands in its title and wording too."""
    rustam = cast.member("Rustam")
    report = reviewed(rustam)
    Report.objects.filter(pk=report.pk).update(source_url="https://news.example/lina-marwede-missing")
    case = accept_report(report, rustam)
    put_everybody_on(case)
    show_claims(Claim.objects.filter(subject__case=case), rustam)
    edit_case(case, "Lina Marwede missing", "LV", "We believe that Marwede’s life is in danger.", rustam)
    return case.pk


@pytest.fixture
def case(made: int, db: None) -> Case:
    return Case.objects.get(pk=made)


@pytest.fixture
def person(case: Case) -> PersonAtRisk:
    return PersonAtRisk.objects.get(case=case)


def everything(case: Case) -> str:
    return str(asdict(case_view(case, public=True)))


def test_a_withheld_name_reaches_no_part_of_the_public_view(case: Case) -> None:
    shown = everything(case)
    assert [part for part in ("Lina", "Marwede", "marwede") if part in shown] == []
    view = case_view(case, public=True)
    assert view.title == "[name withheld] missing"
    assert view.assessment == "We believe that [name withheld]’s life is in danger."
    assert [d.wording for d in view.demands] == ["the release of [name withheld]", "an end to the beatings"]
    assert [s.gist for s in view.statements[0].statements] == [
        "[name withheld] had gone home",
        "[name withheld] had been taken to another station",
    ]
    assert view.incidents[0].text("affected") == "dockers, their lawyer [name withheld]"
    assert [p.name for p in view.people] == ["[name withheld]"]
    assert view.reports[0].url == ""


def test_a_name_shown_in_full_stands_everywhere(case: Case, person: PersonAtRisk, rustam: Member) -> None:
    show_name(person, "full", "family", "Her sister, by phone, 2 May 2015", rustam)
    view = case_view(case, public=True)
    assert (view.title, view.people[0].name) == ("Lina Marwede missing", "Lina Marwede")
    assert view.demands[0].wording == "the release of Lina Marwede"
    assert view.reports[0].url == "https://news.example/lina-marwede-missing"


def test_initials_stand_for_the_name_everywhere(case: Case, person: PersonAtRisk, rustam: Member) -> None:
    show_name(person, "initials", "published", "Harbour Bulletin, 8 May 2015", rustam)
    view = case_view(case, public=True)
    assert (view.title, view.people[0].name) == ("L. M. missing", "L. M.")
    assert "Marwede" not in everything(case)


def test_a_name_taken_back_is_gone(case: Case, person: PersonAtRisk, rustam: Member) -> None:
    show_name(person, "full", "person", "By letter", rustam)
    withhold_name(person, rustam)
    assert "Marwede" not in everything(case)


def test_withdrawing_the_claim_of_a_name_withholds_it(
    case: Case, person: PersonAtRisk, rustam: Member
) -> None:
    show_name(person, "full", "person", "By letter", rustam)
    withdraw_claim(Claim.objects.get(subject=person, predicate="name"), rustam)
    person.refresh_from_db()
    assert person.naming == "withheld"
    assert "Marwede" not in everything(case)


def test_a_name_that_nobody_decided_on_is_withheld_too(rustam: Member) -> None:
    people = [*draft()["people"], found("police", name="Riga Police", role=None, status="other")]
    report = reviewed(rustam, draft=draft(people=people), text=TEXT + "\nOurs.")
    report.items.get(section="people", position=0).fields.update(decision="proposed")
    case = accept_report(report, rustam)
    show_claims(Claim.objects.filter(subject__case=case), rustam)
    assert "Marwede" not in everything(case)


def test_accepted_is_not_yet_public(rustam: Member) -> None:
    case = accept_report(reviewed(rustam, text=TEXT + "\nOurs."), rustam)
    view = case_view(case, public=True)
    parts = (view.people, view.groups, view.incidents, view.statements, view.demands, view.asks)
    assert (*parts, view.offices, view.links) == ((),) * 8


def test_contact_details_are_left_to_the_directory(case: Case) -> None:
    [office] = case_view(case, public=True).offices
    assert office.name == "Embassy of Latvia in Oslo"
    shown = str(office)
    assert [d for d in ("22 54 22 80", "+4722542280", "Bygdoy alle") if d in shown] == []


def test_a_withdrawn_claim_is_gone_and_stays_hidden_when_restored(case: Case, rustam: Member) -> None:
    claim = Claim.objects.get(subject__case=case, predicate="url")
    withdraw_claim(claim, rustam)
    assert case_view(case, public=True).links == case_view(case, public=False).links == ()
    restore_claim(claim, rustam)
    assert (case_view(case, public=True).links, len(case_view(case, public=False).links)) == ((), 1)


def test_words_without_their_speaker_are_not_shown(case: Case, rustam: Member) -> None:
    for claim in Claim.objects.filter(subject__case=case, predicate="speaker"):
        show_claim(claim, rustam, shown=False)
    assert case_view(case, public=True).statements == ()


def test_a_frozen_case_shows_nothing(case: Case, rustam: Member, petra: Member) -> None:
    freeze(case, rustam, "a threat came in")
    view = case_view(case, public=True)
    assert (view.title, view.is_frozen, view.people, view.incidents, view.reports) == ("", True, (), (), ())
    thaw(case, petra)
    assert case_view(case, public=True).incidents != ()


def test_incidents_stand_in_the_order_of_their_dates(case: Case) -> None:
    assert [(i.type, i.date) for i in case_view(case, public=False).incidents] == [
        ("beating", "2015-05-03"),
        ("arrest", ""),
    ]


def test_people_who_were_joined_can_be_parted_again(case: Case, rustam: Member) -> None:
    before = case_view(case, public=False)
    accept_report(reviewed(rustam, text=TEXT + "\nSecond edition."), rustam, case=case)
    first, second = PersonAtRisk.objects.filter(case=case)
    judge_same(first, second, rustam)
    assert [p.joined for p in case_view(case, public=False).people] == [(second.pk,)]
    part(second, rustam)
    people = case_view(case, public=False).people
    assert [p.name for p in people] == ["Lina Marwede", "Lina Marwede"]
    assert people[0] == before.people[0]


def test_the_naming_rule_of_one_holds_for_both(case: Case, person: PersonAtRisk, rustam: Member) -> None:
    accept_report(reviewed(rustam, text=TEXT + "\nSecond edition."), rustam, case=case)
    show_claims(Claim.objects.filter(subject__case=case), rustam)
    judge_same(person, PersonAtRisk.objects.filter(case=case).latest("pk"), rustam)
    show_name(person, "full", "person", "By letter", rustam)
    assert [p.name for p in case_view(case, public=True).people] == ["Lina Marwede"]


@pytest.mark.parametrize("extra_reports", [0, 2])
def test_more_reports_cost_no_more_queries(
    case: Case, rustam: Member, extra_reports: int, django_assert_num_queries
) -> None:
    for n in range(extra_reports):
        accept_report(reviewed(rustam, text=TEXT + f"\nEdition {n}."), rustam, case=case)
    with django_assert_num_queries(6):
        case_view(case, public=False)


def test_she_is_called_as_most_independent_reports_have_it(case: Case, rustam: Member) -> None:
    """A report that two others repeat is one, however it spells her."""
    told = draft()["people"][0]
    other = reviewed(rustam, text=TEXT + "\nLate edition.", publisher="Riga Post")
    accept_report(other, rustam, case=case)
    copied = []
    for number in range(3):
        people = [told | {"name": "Lina Marvede"}]
        copied.append(reviewed(rustam, text=f"{TEXT}\nCopy {number}.", draft=draft(people=people)))
        accept_report(copied[-1], rustam, case=case)
    first, *others = PersonAtRisk.objects.filter(case=case).order_by("pk")
    for each in others:
        judge_same(first, each, rustam)
    assert case_view(case, public=False).people[0].name == "Lina Marvede"
    Report.objects.filter(pk__in=[report.pk for report in copied[1:]]).update(repeats=copied[0])
    assert case_view(case, public=False).people[0].name == "Lina Marwede"
