"""A press without a new page: what changed comes back, and the same is stored as without JavaScript."""

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.urls import reverse

from tests.cast import desk_client
from tests.reports.drafts import TEXT, a_report, draft, found, span
from tocsin.members.models import Member
from tocsin.reports.decide import accept, correct
from tocsin.reports.models import Report, ReviewField, ReviewItem, ReviewSitting, Section, UnsavedWords
from tocsin.reports.open_review import open_review

PARTS = {"X-Answer": "parts"}


@pytest.fixture
def report(rustam: Member) -> Report:
    report = a_report()
    open_review(report, rustam)
    return report


def at(report: Report, name: str = "report", *more: object) -> str:
    return reverse(name, args=[report.public_id, *more])


def one(report: Report, name: str) -> ReviewField:
    return ReviewField.objects.get(item__report=report, item__section=Section.PEOPLE, name=name)


def press(client: Client, row: ReviewField, act: str, **more: str) -> tuple[int, BeautifulSoup]:
    address = at(row.item.report, "report_item", row.item.pk)
    answer = client.post(address, {"act": f"{act}-{row.pk}", **more}, headers=PARTS)
    return answer.status_code, BeautifulSoup(answer.content, "lxml")


def ids(part: BeautifulSoup) -> list[str]:
    return [tag["id"] for tag in part.body.find_all(id=True, recursive=False)]


def test_only_what_changed_comes_back(report: Report, rustam_at_desk: Client) -> None:
    role = one(report, "role")
    status, part = press(rustam_at_desk, role, "accept")
    assert (status, one(report, "role").decision) == (200, "accepted")
    assert ids(part)[:3] == ["review-progress", "review-go", "review-undo"]
    assert part.find(id=f"item-{role.item.pk}")["open"] == ""
    assert "1 of" in part.find(id="review-progress").get_text()
    assert "accepted: Role of “Lina Marwede”" in part.find(id="review-undo").get_text()
    assert part.find(id="report-text") is None


def test_a_word_that_cannot_be_read_comes_back_with_why(report: Report, rustam_at_desk: Client) -> None:
    date = ReviewField.objects.get(item__report=report, name="date", item__position=0)
    status, part = press(rustam_at_desk, date, "correct", **{f"value-{date.pk}": "last Ramadan"})
    assert (status, part.find(id=f"value-{date.pk}")["value"]) == (422, "last Ramadan")
    assert "is not a date" in part.find(class_="errors").get_text()


def test_two_browsers_and_one_press_chooses(
    report: Report, rustam_at_desk: Client, petra_at_desk: Client
) -> None:
    role = one(report, "role")
    press(petra_at_desk, role, "correct", **{f"value-{role.pk}": "solicitor"})
    status, part = press(rustam_at_desk, role, "correct", **{f"value-{role.pk}": "attorney"})
    said = part.find(class_="clash").get_text()
    assert (status, one(report, "role").value) == (409, "solicitor")
    assert all(words in said for words in ("Petra decided meanwhile", "“solicitor”", "“attorney”"))
    mine = {
        "seen": part.find("input", {"name": "seen"})["value"],
        f"value-{role.pk}": part.find(id=f"value-{role.pk}")["value"],
    }
    assert press(rustam_at_desk, role, "correct", **mine)[0] == 200
    assert one(report, "role").value == "attorney"


def test_without_javascript_both_are_shown_as_well(
    report: Report, rustam_at_desk: Client, petra_at_desk: Client
) -> None:
    role = one(report, "role")
    press(petra_at_desk, role, "reject")
    answer = rustam_at_desk.post(at(report, "report_item", role.item.pk), {"act": f"accept-{role.pk}"})
    page = BeautifulSoup(answer.content, "lxml")
    assert answer.status_code == 409
    assert "left out" in page.find(class_="clash").get_text()
    assert page.find("button", {"value": f"keep-{role.pk}"}) is not None


def test_two_who_say_the_same_have_nothing_to_choose(
    report: Report, rustam_at_desk: Client, petra_at_desk: Client
) -> None:
    role = one(report, "role")
    press(petra_at_desk, role, "accept")
    status, part = press(rustam_at_desk, role, "accept")
    assert (status, part.find(class_="clash")) == (200, None)


def test_a_whole_card_leaves_what_somebody_decided_meanwhile(
    report: Report, petra: Member, rustam_at_desk: Client
) -> None:
    correct(one(report, "role"), "solicitor", petra)
    item = one(report, "role").item
    answer = rustam_at_desk.post(at(report, "report_item", item.pk), {"act": "accept"}, headers=PARTS)
    assert "Petra has decided on some of this meanwhile" in answer.content.decode()
    assert (one(report, "role").value, one(report, "charge").decision) == ("solicitor", "accepted")


def test_undo_by_one_press_tells_what_it_was(report: Report, rustam_at_desk: Client) -> None:
    role = one(report, "role")
    press(rustam_at_desk, role, "accept")
    answer = rustam_at_desk.post(at(report, "report_undo"), headers=PARTS)
    part = BeautifulSoup(answer.content, "lxml")
    assert "Taken back: accepted: Role of “Lina Marwede”." in part.find(id="review-said").get_text()
    assert (one(report, "role").decision, part.find(id="review-undo").has_attr("hidden")) == (
        "proposed",
        True,
    )
    again = rustam_at_desk.post(at(report, "report_undo"), follow=True)
    assert "There is nothing of yours left to undo" in again.content.decode()


def test_an_undone_addition_is_taken_off_the_page(report: Report, rustam_at_desk: Client) -> None:
    rustam_at_desk.post(at(report, "report_item_add"), {"section": "groups", "value": "people of Riga"})
    item = ReviewItem.objects.get(added_by__isnull=False)
    part = BeautifulSoup(rustam_at_desk.post(at(report, "report_undo"), headers=PARTS).content, "lxml")
    assert part.find(id=f"item-{item.pk}").has_attr("data-gone")


def test_words_marked_in_the_text_become_an_item_with_their_place(
    report: Report, rustam_at_desk: Client
) -> None:
    start, end = span("head of the port police")
    marked = {"section": "officials", "start": start, "end": end, "words": "head of the port police"}
    rustam_at_desk.post(at(report, "report_item_add"), marked, headers=PARTS)
    item = ReviewItem.objects.get(added_by__isnull=False)
    assert (item.spans, item.fields.get().value) == ([[start, end]], "head of the port police")
    wrong = rustam_at_desk.post(at(report, "report_item_add"), marked | {"start": start + 1}, headers=PARTS)
    assert (wrong.status_code, "Mark them again" in wrong.content.decode()) == (422, True)
    assert ReviewItem.objects.filter(added_by__isnull=False).count() == 1


def test_what_was_typed_is_there_again_and_marked(report: Report, rustam_at_desk: Client) -> None:
    role = one(report, "role")
    for place, typed in {f"value-{role.pk}": "solic", "add-people": "Anna", "words-people": "nine"}.items():
        kept = rustam_at_desk.post(at(report, "report_unsaved"), {"place": place, "typed": typed})
        assert kept.status_code == 204
    page = BeautifulSoup(rustam_at_desk.get(at(report)).content, "lxml")
    assert page.find(id=f"value-{role.pk}")["value"] == "solic"
    assert "not saved yet" in page.find(id=f"field-{role.pk}").get_text()
    assert (page.find(id="add-people")["value"], page.find(id="words-people").get_text()) == ("Anna", "nine")
    other = BeautifulSoup(desk_client("Petra").get(at(report)).content, "lxml")
    assert other.find(id=f"value-{role.pk}")["value"] == "lawyer"
    press(rustam_at_desk, role, "correct", **{f"value-{role.pk}": "solicitor"})
    rustam_at_desk.post(at(report, "report_item_add"), {"section": "people", "value": "Anna Berga"})
    assert UnsavedWords.objects.count() == 0


def test_what_stands_there_already_is_not_unsaved(report: Report, rustam_at_desk: Client) -> None:
    role = one(report, "role")
    for typed in ("lawyers", "lawyer"):
        rustam_at_desk.post(at(report, "report_unsaved"), {"place": f"value-{role.pk}", "typed": typed})
    assert UnsavedWords.objects.count() == 0
    nowhere = rustam_at_desk.post(at(report, "report_unsaved"), {"place": "nowhere", "typed": "x"})
    assert nowhere.status_code == 422


def test_typed_words_can_be_dropped(report: Report, rustam_at_desk: Client) -> None:
    role = one(report, "role")
    rustam_at_desk.post(at(report, "report_unsaved"), {"place": f"value-{role.pk}", "typed": "solic"})
    press(rustam_at_desk, role, "keep")
    assert (UnsavedWords.objects.count(), one(report, "role").decision) == (0, "proposed")


def test_who_else_is_here_and_at_what(report: Report, rustam_at_desk: Client, petra_at_desk: Client) -> None:
    beating = ReviewItem.objects.get(report=report, section=Section.INCIDENTS, position=0)
    rustam_at_desk.post(at(report, "report_here"), {"item": beating.pk, "busy": "1"})
    told = petra_at_desk.post(at(report, "report_here"), {"item": "", "busy": "1"})
    assert "Rustam is here too, at incident 1" in told.content.decode()
    page = BeautifulSoup(petra_at_desk.get(at(report)).content, "lxml")
    assert page.find(id="review-here").get_text().strip() == "Rustam is here too, at incident 1"
    assert ReviewSitting.objects.count() == 2


@pytest.mark.parametrize("name", ["report_undo", "report_here", "report_unsaved"])
def test_only_reviewers_leave_traces(report: Report, name: str) -> None:
    assert (Client().post(at(report, name)).status_code, desk_client("Dana").post(at(report, name)).status_code) == (404, 403)  # fmt: skip
    assert desk_client("Rustam").get(at(report, name)).status_code == 405


def test_doubtful_fields_are_marked(report: Report, rustam_at_desk: Client) -> None:
    page = BeautifulSoup(rustam_at_desk.get(at(report)).content, "lxml")
    doubtful = [row.find(class_="value").get_text() for row in page.select(".decision[data-doubt]")]
    assert doubtful == ["Arrest or detention", "head of the port police: Lina Marwede had gone home"]


def test_130_people_are_folded_lines_and_accepted_in_one_press(
    rustam: Member, rustam_at_desk: Client
) -> None:
    person = found("their lawyer Lina Marwede", name="Lina Marwede", role="lawyer", status="detained")
    people = [person | {"name": f"Person {n} Marwede", "charge": "disturbing trade"} for n in range(130)]
    report = a_report(draft=draft(people=people))
    open_review(report, rustam)
    answer = rustam_at_desk.get(at(report))
    page = BeautifulSoup(answer.content, "lxml")
    assert len(page.select("#section-people .item-lean")) == 130
    assert len(answer.content) < 300_000
    part = rustam_at_desk.post(at(report, "report_section"), {"section": "people"}, headers=PARTS)
    assert ReviewField.objects.filter(item__section="people", decision="accepted").count() == 520
    assert "section-people" in ids(BeautifulSoup(part.content, "lxml"))
    first = ReviewItem.objects.filter(section="people").first()
    opened = rustam_at_desk.get(f"{at(report)}?open={first.pk}", headers=PARTS)
    assert BeautifulSoup(opened.content, "lxml").find(id=f"item-{first.pk}").name == "details"


@pytest.mark.parametrize("count", [1, 30])
def test_a_decision_costs_no_more_in_a_long_report(
    rustam: Member, rustam_at_desk: Client, count: int, django_assert_max_num_queries
) -> None:
    report = a_report(draft=draft(people=[draft()["people"][0]] * count))
    open_review(report, rustam)
    role = ReviewField.objects.filter(item__report=report, name="role").first()
    with django_assert_max_num_queries(50):
        press(rustam_at_desk, role, "accept")


def test_the_text_stays_as_it_was(report: Report, rustam: Member, rustam_at_desk: Client) -> None:
    accept(ReviewField.objects.filter(item__report=report), rustam)
    rustam_at_desk.get(at(report))
    report.refresh_from_db()
    assert report.text == TEXT
