"""What people judged, agreed to, wrote and planned: its whole history, and what of it comes back."""

from datetime import date, time

import pytest
from django.db.models import Model
from django.test import Client
from pytest_django import Settings

from tests import cast
from tests.cases.test_accept import reviewed
from tests.delivery.scene import open_action
from tests.desk.test_history_restores import bring_back
from tests.reports.drafts import TEXT
from tocsin.actions.asks.gather.call_day import call_day
from tocsin.actions.asks.gather.correct_at_desk import correct_at_desk
from tocsin.actions.asks.gather.day_words import Call
from tocsin.actions.asks.gather.judge import withdraw_gathering
from tocsin.actions.asks.gather.models import Gathering, GatheringKind
from tocsin.actions.asks.gather.plan import Plan, plan_of
from tocsin.actions.asks.gather.propose import add_gathering
from tocsin.cases.accept import accept_report
from tocsin.cases.assess import assess
from tocsin.cases.consent import record_consent, withdraw_consent
from tocsin.cases.end_judgement import end_judgement
from tocsin.cases.judge_apart import judge_apart
from tocsin.cases.judge_same import judge_same
from tocsin.cases.mark_reliable import mark_reliable, unmark_reliable
from tocsin.cases.models import Assessment, Case, Claim, Judgement, PersonAtRisk, ReliableSource
from tocsin.cases.withdraw import withdraw_claim
from tocsin.directory.add_accreditation import add_accreditation
from tocsin.directory.drop_accreditation import drop_accreditation
from tocsin.directory.models import Accreditation, Office
from tocsin.followup.models import Update, UpdateState
from tocsin.followup.updates.send import fingerprint, send
from tocsin.followup.updates.write import new_update, write
from tocsin.members.models import Member, Revision
from tocsin.members.record import name_of
from tocsin.reports.arrivals.sources.add_source import add_source, switch_source
from tocsin.reports.models import RepeatKind
from tocsin.reports.repeats.judge import end_repeat, judge_repeat

DAY = date(2095, 6, 8)


@pytest.fixture
def case(rustam: Member) -> Case:
    """Two papers name one person."""
    case = accept_report(reviewed(rustam), rustam)
    accept_report(reviewed(rustam, text=TEXT + "\nLate edition.", publisher="Riga Post"), rustam, case=case)
    return case


def page_of(client: Client, record: Model) -> str:
    kind, pk = name_of(record).split()
    return client.get(f"/desk/history/{kind}/{pk}/").content.decode()


def charge(case: Case) -> Claim:
    claim = Claim.objects.filter(subject__case=case, predicate="charge").order_by("pk").first()
    assert claim is not None
    return claim


def test_an_earlier_assessment_comes_back_as_a_new_one_that_cites_the_same(
    case: Case, rustam: Member, rustam_at_desk: Client
) -> None:
    first, *_others = Claim.objects.filter(subject__case=case, predicate="charge").order_by("pk")
    assess(first.subject, "charge", "Charged, they say.", "reported", [first.pk], rustam)
    second = assess(first.subject, "charge", "Nobody knows.", "disputed", [first.pk], rustam)
    page = page_of(rustam_at_desk, second)
    assert "<del>Charged, they say.</del><ins>Nobody knows.</ins>" in page
    assert "wrote what we make of it" in page
    assert bring_back(rustam_at_desk, second) == 302
    made = Assessment.objects.latest("pk")
    assert (made.wording, made.verdict, made.written_by) == ("Charged, they say.", "reported", rustam)
    assert list(made.cites.all()) == [first]
    assert Assessment.objects.count() == 3
    beside = rustam_at_desk.get(f"/desk/cases/{case.slug}/subjects/{first.subject_id}/charge/")
    assert f"/desk/history/assessment/{made.pk}/" in beside.content.decode()


def test_an_assessment_whose_claim_fell_does_not_come_back(
    case: Case, rustam: Member, rustam_at_desk: Client
) -> None:
    claim = charge(case)
    assess(claim.subject, "charge", "Charged, they say.", "reported", [claim.pk], rustam)
    second = assess(claim.subject, "charge", "Nobody knows.", "disputed", [claim.pk], rustam)
    withdraw_claim(claim, rustam)
    assert bring_back(rustam_at_desk, second) == 422
    assert Assessment.objects.count() == 2


def test_a_consent_shows_who_gave_and_who_noted_it_and_never_comes_back(
    case: Case, rustam: Member, rustam_at_desk: Client
) -> None:
    person = PersonAtRisk.objects.filter(case=case).first()
    assert person is not None
    consent = record_consent(person, "family", "her sister", "2015-05-04", "phone", "her name", rustam)
    withdraw_consent(consent, "2015-05-09", "she called again", rustam)
    page = page_of(rustam_at_desk, consent)
    assert "recorded consent" in page
    assert "noted that consent was withdrawn" in page
    assert "she called again" in page
    assert "/restore/" not in page
    Revision.objects.filter(record=f"consent {consent.pk}").delete()
    page = page_of(rustam_at_desk, consent)
    assert "Stored by Rustam, " in page, "what came with a case from elsewhere has its who and when"
    assert "Taken back by Rustam, " in page
    card = rustam_at_desk.get(f"/desk/cases/{case.slug}/people/{person.pk}/").content.decode()
    assert f"/desk/history/consent/{consent.pk}/" in card


def test_what_was_joined_and_kept_apart_stays_told(
    case: Case, rustam: Member, rustam_at_desk: Client
) -> None:
    one, other = PersonAtRisk.objects.filter(case=case)
    joined = judge_same(one, other, rustam, why="one birthday")
    end_judgement(joined, rustam)
    apart = judge_apart(one, other, rustam, why="two birthdays")
    for judgement in (joined, apart):
        page = page_of(rustam_at_desk, judgement)
        for words in ("one birthday", "two birthdays", "undid the judgement", "What was judged"):
            assert words in page
    page = rustam_at_desk.get(f"/desk/cases/{case.slug}/same").content.decode()
    assert f"/desk/history/judgement/{apart.pk}/" in page


def test_what_gives_way_to_another_judgement_is_told_as_ended(case: Case, rustam: Member) -> None:
    one, other = PersonAtRisk.objects.filter(case=case)
    apart = judge_apart(one, other, rustam)
    judge_same(one, other, rustam)
    ended = Revision.objects.get(record=f"judgement {apart.pk}", before__has_key="ended_at")
    assert ended.after["ended_at"] == Judgement.objects.get(pk=apart.pk).ended_at.isoformat()


def test_the_word_on_a_source_keeps_its_history(case: Case, rustam: Member, rustam_at_desk: Client) -> None:
    claim = charge(case)
    assert claim.report is not None
    mark_reliable(case, claim.report, "saw it itself", rustam)
    unmark_reliable(case, claim.report, rustam)
    mark_reliable(case, claim.report, "asked again", rustam)
    page = page_of(rustam_at_desk, ReliableSource.objects.latest("pk"))
    for words in ("saw it itself", "asked again", "took back that a source is reliable"):
        assert words in page
    beside = f"/desk/cases/{case.slug}/subjects/{claim.subject_id}/charge/"
    last = ReliableSource.objects.latest("pk")
    assert f"/desk/history/reliablesource/{last.pk}/" in rustam_at_desk.get(beside).content.decode()


def test_the_history_of_the_case_holds_them_all(case: Case, rustam: Member, rustam_at_desk: Client) -> None:
    one, other = PersonAtRisk.objects.filter(case=case)
    judge_same(one, other, rustam)
    record_consent(one, "family", "her sister", "2015-05-04", "phone", "", rustam)
    assess(charge(case).subject, "charge", "Charged.", "reported", [charge(case).pk], rustam)
    page = rustam_at_desk.get(f"/desk/history/case/{case.pk}/").content.decode()
    for kind in ("judgement", "consent", "assessment"):
        assert f"/desk/history/{kind}/" in page


def test_whom_an_office_answers_to_comes_back_from_the_history_of_the_office(
    db: None, rustam: Member, rustam_at_desk: Client
) -> None:
    office = Office.objects.create(name="Embassy in Oslo", kind="embassy")
    stated = add_accreditation(office, "IS", "its own site", "2026-03-01", rustam)
    page = rustam_at_desk.get(f"/desk/offices/{office.pk}/").content.decode()
    assert f"/desk/history/accreditation/{stated.pk}/" in page
    add_accreditation(office, "IS", "its own site", "2026-04-01", rustam, valid_to="2026-09-01")
    assert bring_back(rustam_at_desk, stated) == 302
    stated.refresh_from_db()
    assert (stated.source_date, stated.valid_to) == ("2026-03-01", "")
    drop_accreditation(stated, rustam)
    dropped = Revision.objects.filter(entry__act="accreditation.dropped").get()
    address = f"/desk/history/office/{office.pk}/restore/{dropped.pk}"
    page = page_of(rustam_at_desk, office)
    assert address in page
    assert "<del>Iceland</del>" in page
    assert rustam_at_desk.post(address).status_code == 302
    assert Accreditation.objects.get(office=office).serves == "IS"


def test_a_way_in_is_switched_back_by_an_administrator_alone(
    ada: Member, ada_at_desk: Client, rustam_at_desk: Client
) -> None:
    source = add_source("folder", "Scanner", "from-the-scanner", ada)
    switch_source(source, False, ada)
    assert f"/desk/history/intakesource/{source.pk}/" in ada_at_desk.get("/desk/sources/").content.decode()
    assert bring_back(ada_at_desk, source) == 302
    source.refresh_from_db()
    assert source.is_on
    assert rustam_at_desk.get(f"/desk/history/intakesource/{source.pk}/").status_code == 403


@pytest.fixture
def gathering(
    db: None, petra: Member, settings: Settings, tmp_path_factory: pytest.TempPathFactory
) -> Gathering:
    settings.PAGES_FOLDER = tmp_path_factory.mktemp("pages")
    call = Call(DAY, DAY, tuple(GatheringKind.values), "Stand up for them.", "", ("BY",))
    action = call_day(open_action().action, call, petra).action
    plan = Plan("picket", "elsewhere", DAY, time(12), "Europe/Oslo", "NO", city="Oslo", place="At the quay")
    return add_gathering(action, plan, petra)


def test_a_gathering_goes_back_to_where_it_was(
    gathering: Gathering, petra: Member, petra_at_desk: Client
) -> None:
    there = Plan(**{**vars(plan_of(gathering)), "place": "At the mast", "starts": time(13)})
    correct_at_desk(gathering, there, petra)
    page = page_of(petra_at_desk, gathering)
    assert "<del>At the quay</del><ins>At the mast</ins>" in page
    assert "Where people meet" in page
    assert bring_back(petra_at_desk, gathering) == 302
    gathering.refresh_from_db()
    assert (gathering.place, gathering.starts, gathering.version) == ("At the quay", time(12), 2)
    day = petra_at_desk.get(f"/desk/actions/{gathering.action.slug}/day").content.decode()
    assert f"/desk/history/gathering/{gathering.pk}/" in day


def test_whether_a_gathering_is_shown_is_decided_anew(
    gathering: Gathering, petra: Member, petra_at_desk: Client
) -> None:
    withdraw_gathering(gathering, petra, "the quay is closed")
    assert bring_back(petra_at_desk, gathering) == 422
    gathering.refresh_from_db()
    assert gathering.state == "withdrawn"


def test_the_address_of_a_host_stands_in_no_history(gathering: Gathering, petra: Member) -> None:
    Gathering.objects.update(contact="host@quay.example")
    gathering.refresh_from_db()
    correct_at_desk(gathering, Plan(**{**vars(plan_of(gathering)), "place": "At the mast"}), petra)
    kept = Revision.objects.filter(record=f"gathering {gathering.pk}")
    assert kept
    assert "host@quay.example" not in str([(r.before, r.after) for r in kept])


def test_a_reviewer_reads_the_history_of_a_gathering_and_is_offered_no_way_back(
    gathering: Gathering, petra: Member
) -> None:
    cast.put_on(gathering.action.case, "Rustam", role="reviewer")
    correct_at_desk(gathering, Plan(**{**vars(plan_of(gathering)), "place": "At the mast"}), petra)
    browser = cast.desk_client("Rustam")
    page = page_of(browser, gathering)
    assert "At the mast" in page
    assert "/restore/" not in page
    last = Revision.objects.latest("pk")
    assert browser.post(f"/desk/history/gathering/{gathering.pk}/restore/{last.pk}").status_code == 403


@pytest.fixture
def update(db: None, petra: Member) -> Update:
    update = write(new_update(open_action().action, petra), {"en": ("Held", "She is held.")}, petra)
    return write(update, {"en": ("Free", "She is free."), "ru": ("Свободна", "Она свободна.")}, petra)


def test_a_draft_of_an_update_goes_back_with_its_languages(update: Update, petra_at_desk: Client) -> None:
    page = page_of(petra_at_desk, update)
    assert "She is held." in page
    assert "Text (Russian)" in page
    assert bring_back(petra_at_desk, update) == 302
    assert list(update.texts.values_list("language", "subject")) == [("en", "Held")]
    desk = petra_at_desk.get(f"/desk/actions/{update.action.slug}/updates/{update.pk}/").content.decode()
    assert f"/desk/history/update/{update.pk}/" in desk


def test_of_a_sent_update_a_new_version_is_made(update: Update, petra: Member, petra_at_desk: Client) -> None:
    send(update, fingerprint(update), petra)
    earlier = Revision.objects.filter(record=f"update {update.pk}", entry__act="update.written").latest("pk")
    address = f"/desk/history/update/{update.pk}/restore/{earlier.pk}"
    answer = petra_at_desk.post(address)
    made = Update.objects.latest("pk")
    assert answer.headers["Location"] == f"/desk/actions/{made.action.slug}/updates/{made.pk}/"
    assert (made.pk != update.pk, made.state) == (True, UpdateState.DRAFT)
    assert list(made.texts.values_list("language", "body")) == [("en", "She is held.")]
    assert update.texts.get(language="en").body == "She is free."


def test_mail_is_not_called_back(update: Update, petra: Member, petra_at_desk: Client) -> None:
    send(update, fingerprint(update), petra)
    assert bring_back(petra_at_desk, update) == 422


def test_what_a_report_is_to_another_is_told_with_who_said_it_and_who_took_it_back(
    case: Case, rustam: Member, petra: Member, rustam_at_desk: Client, dana_at_desk: Client
) -> None:
    first, second = case.reports.order_by("pk")
    judged = judge_repeat(second, first, RepeatKind.TRANSLATION, rustam)
    again = judge_repeat(second, first, RepeatKind.COPY, petra)
    end_repeat(again, rustam)
    page = page_of(rustam_at_desk, judged)
    for told in ("a translation", "a copy", "Rustam", "Petra", "taken back"):
        assert told in page, told
    assert "took back what the report is to another" in page_of(rustam_at_desk, second)
    assert "took back what the report is to another" not in page_of(rustam_at_desk, first)
    assert dana_at_desk.get(f"/desk/history/repeatjudgement/{judged.pk}/").status_code == 403
    assert Client().get(f"/desk/history/repeatjudgement/{judged.pk}/").status_code == 404
