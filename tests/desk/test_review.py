"""The review page: what it shows, and that each press of a button comes back to its place."""

import lxml.html
import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.urls import reverse

from tests.cast import desk_client
from tests.reports.drafts import TEXT, a_report, draft, span
from tocsin.cases.models import Case
from tocsin.members.models import Member
from tocsin.reports.models import Report, ReviewField, ReviewItem, Section
from tocsin.reports.open_review import open_review


@pytest.fixture
def report(rustam: Member) -> Report:
    report = a_report()
    open_review(report, rustam)
    return report


def at(report: Report, name: str = "report", *more: object) -> str:
    return reverse(name, args=[report.public_id, *more])


def page_of(client: Client, address: str) -> BeautifulSoup:
    response = client.get(address)
    assert response.status_code == 200
    return BeautifulSoup(response.content, "lxml")


def text_of(client: Client, report: Report) -> str:
    """The report's text as the page holds it, blank lines and all."""
    page = lxml.html.fromstring(client.get(at(report)).content.decode())
    text: str = page.get_element_by_id("report-text").text_content()
    return text


def person_of(report: Report) -> ReviewItem:
    return ReviewItem.objects.get(report=report, section=Section.PEOPLE)


def one(report: Report, name: str) -> ReviewField:
    return ReviewField.objects.get(item=person_of(report), name=name)


def test_the_text_stands_there_whole_with_its_spans_lit(report: Report, rustam_at_desk: Client) -> None:
    assert text_of(rustam_at_desk, report) == TEXT
    page = page_of(rustam_at_desk, at(report))
    lit = page.find(id=f"c{span('disturbing trade')[0]}")
    assert (lit.get_text(), lit["href"]) == ("disturbing trade", f"#item-{person_of(report).pk}")


def test_unplaced_sentences_are_marked_and_listed(report: Report, rustam_at_desk: Client) -> None:
    page = page_of(rustam_at_desk, at(report))
    rain = span("It rained all night.")[0]
    assert page.find(id=f"s{rain}")["class"] == ["sentence", "use-unplaced"]
    assert page.find(id=f"unplaced-{rain}").blockquote is None
    assert "It rained all night." in page.find(id="unplaced").get_text()


def test_a_suggestion_is_called_one(report: Report, rustam_at_desk: Client) -> None:
    page = page_of(rustam_at_desk, at(report))
    marked = [
        c.find(class_="item-title").get_text() for c in page.select(".item") if "a suggestion" in c.get_text()
    ]
    assert marked == ["Arrest or detention"]


def test_accepting_a_field_comes_back_to_it(report: Report, rustam_at_desk: Client) -> None:
    role = one(report, "role")
    response = rustam_at_desk.post(
        at(report, "report_item", role.item.pk), {"act": f"accept-{role.pk}", "shown": [str(role.pk)]}
    )
    assert (response.status_code, response["Location"]) == (
        302,
        f"{at(report)}?open={role.item.pk}#field-{role.pk}",
    )
    role.refresh_from_db()
    assert (role.decision, role.may_be_shown) == ("accepted", True)


def test_accepting_a_whole_item_takes_its_ticks(report: Report, rustam_at_desk: Client) -> None:
    item, role = person_of(report), one(report, "role")
    rustam_at_desk.post(at(report, "report_item", item.pk), {"act": "accept", "shown": [str(role.pk)]})
    assert [(f.name, f.decision, f.may_be_shown) for f in item.fields.all()] == [
        ("name", "accepted", False),
        ("role", "accepted", True),
        ("status", "accepted", False),
        ("charge", "accepted", False),
    ]


def test_a_correction_that_cannot_be_read_is_kept_with_its_error(
    report: Report, rustam_at_desk: Client
) -> None:
    date = ReviewField.objects.get(item__report=report, name="date", item__position=0)
    response = rustam_at_desk.post(
        at(report, "report_item", date.item.pk),
        {"act": f"correct-{date.pk}", f"value-{date.pk}": "last Sunday"},
    )
    page = BeautifulSoup(response.content, "lxml")
    assert response.status_code == 422
    assert page.find(id=f"value-{date.pk}")["value"] == "last Sunday"
    assert "is not a date" in page.find(id=f"field-{date.pk}").find(class_="errors").get_text()
    date.refresh_from_db()
    assert date.decision == "proposed"


def test_enter_in_a_correction_corrects(report: Report, rustam_at_desk: Client) -> None:
    charge, role = one(report, "charge"), one(report, "role")
    rustam_at_desk.post(
        at(report, "report_item", charge.item.pk),
        {"act": "enter", f"value-{charge.pk}": "obstruction", f"value-{role.pk}": "lawyer"},
    )
    charge.refresh_from_db()
    role.refresh_from_db()
    assert (charge.value, charge.decision, role.decision) == ("obstruction", "corrected", "proposed")


def test_a_section_is_accepted_in_one_press(report: Report, rustam_at_desk: Client) -> None:
    response = rustam_at_desk.post(at(report, "report_section"), {"section": "contacts"})
    fields = ReviewField.objects.filter(item__report=report, item__section="contacts")
    assert {(f.decision, f.may_be_shown) for f in fields} == {("accepted", False)}
    assert response["Location"].endswith("#section-contacts")


def test_an_item_is_added_with_words_of_the_report(report: Report, rustam_at_desk: Client) -> None:
    rustam_at_desk.post(
        at(report, "report_item_add"),
        {"section": "groups", "value": "people of Riga", "words": "It rained\r\n all night."},
    )
    assert not ReviewItem.objects.filter(report=report, added_by__isnull=False).exists()
    rustam_at_desk.post(
        at(report, "report_item_add"),
        {"section": "groups", "value": "people of Riga", "words": "It rained all night."},
    )
    item = ReviewItem.objects.get(report=report, added_by__isnull=False)
    assert (item.spans, item.fields.get().value) == ([span("It rained all night.")], "people of Riga")


def test_a_field_is_added(report: Report, rustam_at_desk: Client) -> None:
    item = person_of(report)
    rustam_at_desk.post(
        at(report, "report_field_add", item.pk), {"name": "penalty", "value": "two to four years"}
    )
    rustam_at_desk.post(at(report, "report_field_add", item.pk), {"name": "shoe_size", "value": "44"})
    assert [f.name for f in item.fields.all()] == ["name", "role", "status", "charge", "penalty"]


def test_a_sentence_becomes_an_item_or_opinion(report: Report, rustam_at_desk: Client) -> None:
    start = span("It rained all night.")[0]
    rustam_at_desk.post(at(report, "report_sentence"), {"start": start, "section": "statements"})
    item = ReviewItem.objects.get(report=report, added_by__isnull=False)
    assert item.fields.get().value == "It rained all night."
    page = page_of(rustam_at_desk, at(report))
    assert "Every sentence has its place." in page.find(id="unplaced").get_text()


def test_a_report_without_a_date_asks_for_it_first(rustam_at_desk: Client) -> None:
    report = a_report(published="")
    page = page_of(rustam_at_desk, at(report))
    assert page.find(id="published") is not None
    response = rustam_at_desk.post(at(report, "report_published"), {"published": "soon"})
    assert response.status_code == 422
    assert b"is not a date" in response.content
    rustam_at_desk.post(at(report, "report_published"), {"published": "2015-05-08"})
    report.refresh_from_db()
    assert report.published == "2015-05-08"


def test_forty_contacts_are_lines_that_open_one_at_a_time(rustam: Member, rustam_at_desk: Client) -> None:
    contact = draft()["contacts"][0]
    report = a_report(draft=draft(contacts=[contact] * 40))
    open_review(report, rustam)
    contacts = page_of(rustam_at_desk, at(report)).find(id="section-contacts")
    assert (len(contacts.select(".item-lean")), len(contacts.select("details.item"))) == (40, 0)
    first = ReviewItem.objects.filter(report=report, section="contacts").first()
    opened = page_of(rustam_at_desk, f"{at(report)}?open={first.pk}").find(id="section-contacts")
    assert (len(opened.select(".item-lean")), len(opened.select("details.item"))) == (39, 1)


@pytest.mark.parametrize(("contacts", "lines"), [(2, 0), (40, 6)])
def test_in_a_long_draft_short_sections_are_lines_too(
    rustam: Member, rustam_at_desk: Client, contacts: int, lines: int
) -> None:
    told = draft()
    report = a_report(
        draft=draft(contacts=told["contacts"][:1] * contacts, incidents=told["incidents"][:1] * 6)
    )
    open_review(report, rustam)
    incidents = page_of(rustam_at_desk, at(report)).find(id="section-incidents")
    assert (len(incidents.select(".item-lean")), len(incidents.select("details.item"))) == (lines, 6 - lines)
    buttons = {button["form"] for button in incidents.select(".item-lean button")}
    assert {form["id"] for form in incidents.select("form[id]")} >= buttons


@pytest.mark.parametrize("count", [1, 30])
def test_more_contacts_cost_no_more_queries(
    rustam: Member, rustam_at_desk: Client, count: int, django_assert_max_num_queries
) -> None:
    report = a_report(draft=draft(contacts=[draft()["contacts"][0]] * count))
    open_review(report, rustam)
    with django_assert_max_num_queries(32):
        rustam_at_desk.get(at(report))


def test_into_a_new_case_and_what_stays_out_is_said(report: Report, rustam_at_desk: Client) -> None:
    role = one(report, "role")
    rustam_at_desk.post(at(report, "report_item", role.item.pk), {"act": f"accept-{role.pk}"})
    page = page_of(rustam_at_desk, at(report, "report_accept"))
    total = ReviewField.objects.filter(item__report=report).count()
    assert f"{total - 1} fields: not taken" in " ".join(page.get_text().split())
    assert page.find(id="id_title")["value"] == "Latvia, 8 May 2015"
    response = rustam_at_desk.post(at(report, "report_accept"), {"case": "", "title": "Dockers of Riga"})
    case = Case.objects.get()
    assert (case.title, response["Location"]) == ("Dockers of Riga", reverse("case_desk", args=[case.slug]))


def test_nothing_accepted_is_said_on_the_page(report: Report, rustam_at_desk: Client) -> None:
    response = rustam_at_desk.post(at(report, "report_accept"), {"case": "", "title": "Dockers of Riga"})
    assert response.status_code == 422
    assert b"Nothing was accepted yet" in response.content
    assert Case.objects.count() == 0


ACTS = [
    ("report_open", ()),
    ("report_published", ()),
    ("report_section", ()),
    ("report_item_add", ()),
    ("report_sentence", ()),
    ("report_accept", ()),
    ("report_set_aside", ()),
    ("report_take_back", ()),
]


@pytest.mark.parametrize(("name", "more"), ACTS)
def test_who_may_act(report: Report, name: str, more: tuple[object, ...]) -> None:
    address = at(report, name, *more)
    stranger = Client().post(address)
    assert (stranger.status_code, desk_client("Dana").post(address).status_code) == (404, 403)
    assert (
        stranger.content
        == Client().post(reverse(name, args=["0" * 8 + "-0000-4000-8000-" + "0" * 12])).content
    )


def test_a_contributor_reads_the_review_and_finds_no_buttons(report: Report, dana_at_desk: Client) -> None:
    page = page_of(dana_at_desk, at(report))
    assert page.select("button[name=act]:not(.visually-hidden)") == []
    assert text_of(dana_at_desk, report) == TEXT
