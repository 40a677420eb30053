"""The confirmation queue: what stands in it, in which order, and what a press of a button makes of it."""

from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from tests import cast
from tests.actions.stage import confirmed_email, open_of
from tests.desk.test_action_edit import words
from tocsin.actions.add_target import add_target
from tocsin.actions.models import Action
from tocsin.delivery.models import Letter
from tocsin.delivery.where_supporters_are import where_supporters_are
from tocsin.desk.check_rows import OfficeChecks, Site, checks, site_of, unserved
from tocsin.directory.confirm_contact import confirm_contact
from tocsin.directory.mark_bounced import mark_bounced
from tocsin.directory.models import ContactPoint, Office
from tocsin.directory.report_dead import report_dead
from tocsin.members.models import AuditEntry, Member
from tocsin.supporters.models import Supporter
from tocsin.terms.offices import Told

QUEUE = "/desk/confirmations/"


@pytest.fixture(scope="module")
def made(once: None) -> int:
    return open_of(cast.member("Petra")).pk


@pytest.fixture
def action(made: int, db: None) -> Action:
    """Open, addressed to the embassy in Oslo, that also serves Iceland: a postal address and a phone as printed."""
    return Action.objects.get(pk=made)


@pytest.fixture
def oslo(action: Action) -> Office:
    return action.targets.get().office


@pytest.fixture
def tokyo(action: Action, petra: Member) -> Office:
    office = Office.objects.create(name="Embassy in Tokyo", kind="embassy", of_country="LV", in_country="JP")
    add_target(action, office, petra)
    return office


def supporters(action: Action, country: str, count: int, confirmed: bool = True) -> None:
    when = timezone.now() if confirmed else None
    for n in range(count):
        somebody = Supporter.objects.create(
            fingerprint=f"{country}{n}{confirmed}", name="S", email="s@example.org", country=country,
            language="en", confirmed_at=when,
        )  # fmt: skip
        Letter.objects.create(action=action, supporter=somebody, language="en", subject="s", body="b")


def expire(point: ContactPoint) -> None:
    ContactPoint.objects.filter(pk=point.pk).update(confirmed_at=timezone.now() - timedelta(days=91))


def states(each: OfficeChecks) -> list[str]:
    return [check.state for check in each.checks]


def page(client: Client, **asked: str) -> BeautifulSoup:
    return BeautifulSoup(client.get(QUEUE, asked).content, "lxml")


def test_supporters_are_counted_by_country_once_they_have_confirmed(action: Action) -> None:
    supporters(action, "NO", 2)
    supporters(action, "SE", 1)
    supporters(action, "SE", 4, confirmed=False)
    assert where_supporters_are([action.pk]) == {action.pk: {"NO": 2, "SE": 1}}


def test_the_office_of_most_supporters_comes_first(action: Action, oslo: Office, tokyo: Office) -> None:
    supporters(action, "NO", 1)
    supporters(action, "IS", 1)
    supporters(action, "JP", 3)
    assert [(e.office, e.wanted, e.where) for e in checks([action])] == [
        (tokyo, 3, "Japan"),
        (oslo, 2, "Iceland, Norway"),
    ]


def test_an_office_that_can_be_reached_waits_until_what_reaches_it_grows_old_or_fails(
    action: Action, oslo: Office, tokyo: Office, rustam: Member
) -> None:
    supporters(action, "NO", 5)
    email = confirmed_email(oslo, rustam)
    assert [e.office for e in checks([action])] == [tokyo, oslo]
    expire(email)
    first = checks([action])[0]
    assert (first.office, states(first)) == (oslo, ["expired", "unconfirmed", "unconfirmed"])


def test_every_state_is_queued_but_what_is_fresh_or_retired(
    action: Action, oslo: Office, rustam: Member
) -> None:
    post, phone = oslo.contact_points.get(channel="post"), oslo.contact_points.get(channel="phone")
    report_dead(phone, note="  it rings\nin a bakery ")
    mark_bounced(confirmed_email(oslo, rustam), "550 no such user")
    confirm_contact(post, rustam, "its site", "2026-01-05")
    ContactPoint.objects.create(office=oslo, channel="fax", as_written="(47) ###", source="A report")
    [each] = checks([action])
    assert states(each) == ["bounced", "reported_dead", "unreadable"]
    assert [states(e) for e in checks([action], "bounced")] == [["bounced"]]


def test_an_office_of_which_nothing_is_known_is_work_and_its_site_is_where_to_look(
    action: Action, tokyo: Office
) -> None:
    site = ContactPoint.objects.create(
        office=tokyo, channel="web", value="https://tokyo.example/", source="A list", source_date="2022"
    )
    each = next(e for e in checks([action]) if e.office == tokyo)
    assert states(each) == ["unknown"]
    assert site_of(tokyo) == Site(site.value, Told("appeal", "A list", "2022"))


def test_where_we_know_no_site_the_directory_says_where_to_look(oslo: Office) -> None:
    site = site_of(oslo)
    assert site
    assert (site.url, site.told.source) == ("https://www.mfa.gov.lv/norway", "Wikidata")


def test_only_open_actions_that_are_no_sample_have_a_queue(rustam_at_desk: Client, action: Action) -> None:
    assert page(rustam_at_desk).select("[data-check]")
    for change in ({"state": "closed"}, {"state": "published", "is_sample": True}):
        Action.objects.update(**change)
        assert "No action is open to the public." in page(rustam_at_desk).get_text()


def test_supporters_whom_no_office_serves_are_told_of(rustam_at_desk: Client, action: Action) -> None:
    supporters(action, "BR", 2)
    supporters(action, "NO", 1)
    assert [(u.action, u.countries) for u in unserved([action])] == [(action, (("BR", 2),))]
    assert "whom none of its offices serves: Brazil (2)." in words(str(page(rustam_at_desk)))


def test_where_nobody_waits_stands_behind_a_link(
    rustam_at_desk: Client, action: Action, oslo: Office, tokyo: Office
) -> None:
    supporters(action, "NO", 1)
    shown = words(str(page(rustam_at_desk)))
    assert ("Embassy in Tokyo" in shown, "1 more where no supporter is yet." in shown) == (False, True)
    assert "Embassy in Tokyo" in words(str(page(rustam_at_desk, where="all")))


def form_of(client: Client, key: str) -> tuple[str, dict[str, str]]:
    """Where a row's button leads, and what its form sends as it stands."""
    button = page(client).select_one(f"[data-key={key}]")
    form = button.find_parent("form")
    fields = {i["name"]: i.get("value", "") for i in form.select("input[name]")}
    return button.get("formaction") or form["action"], fields


def test_confirming_is_dated_signed_and_takes_it_from_the_queue(
    rustam_at_desk: Client, oslo: Office, rustam: Member
) -> None:
    ContactPoint.objects.create(office=oslo, channel="web", value="https://oslo.example/", source="A list")
    address, given = form_of(rustam_at_desk, "c")
    assert given["source"] == "https://oslo.example/"
    answer = rustam_at_desk.post(address, given)
    assert answer.headers["Location"] == f"{QUEUE}#check-1"
    point = oslo.contact_points.get(confirmed_at__isnull=False)
    assert (point.confirmed_by, point.source_date) == (rustam, timezone.localdate().isoformat())
    assert point.confirmed_until == point.confirmed_at.date() + timedelta(days=90)
    assert AuditEntry.objects.get(act="contact.confirmed").member == rustam
    assert len(page(rustam_at_desk).select("[data-check]")) == 1


def test_retiring_takes_it_out_of_use(rustam_at_desk: Client, oslo: Office) -> None:
    address, given = form_of(rustam_at_desk, "r")
    assert rustam_at_desk.post(address, given).headers["Location"] == f"{QUEUE}#check-1"
    assert oslo.contact_points.filter(retired_at__isnull=False).count() == 1


def test_what_is_put_in_its_place_is_confirmed_and_the_old_one_retired(
    rustam_at_desk: Client, oslo: Office
) -> None:
    phone = oslo.contact_points.get(channel="phone")
    given = {"value": "+47 22 54 22 99", "source": "a call", "source_date": "2026-01-05", "next": QUEUE}
    rustam_at_desk.post(reverse("contact_correct", args=[phone.pk]), given)
    phone.refresh_from_db()
    assert phone.retired_at
    assert oslo.contact_points.get(value="+4722542299").is_usable


def test_the_same_value_is_confirmed_and_stays(rustam_at_desk: Client, oslo: Office) -> None:
    phone = oslo.contact_points.get(channel="phone")
    given = {"value": phone.value, "source": "a call", "source_date": "2026-01-05"}
    rustam_at_desk.post(reverse("contact_correct", args=[phone.pk]), given)
    phone.refresh_from_db()
    assert (phone.retired_at, phone.is_usable) == (None, True)


def test_a_correction_that_is_none_keeps_what_was_typed(rustam_at_desk: Client, oslo: Office) -> None:
    phone = oslo.contact_points.get(channel="phone")
    given = {"value": "ask for Ilze", "source": "a call", "source_date": "2026-01-05"}
    answer = rustam_at_desk.post(reverse("contact_correct", args=[phone.pk]), given)
    assert answer.status_code == 422
    shown = answer.content.decode()
    assert "is not a number that can be dialled" in shown
    assert 'value="ask for Ilze"' in shown
    phone.refresh_from_db()
    assert phone.retired_at is None


def test_an_old_confirmation_says_when_and_by_whom(
    rustam_at_desk: Client, oslo: Office, rustam: Member
) -> None:
    expire(confirmed_email(oslo, rustam))
    shown = words(str(page(rustam_at_desk)))
    assert "confirmed long ago" in shown
    assert "confirmed by Rustam on" in shown
    assert "not since" in shown


def test_when_all_is_fresh_the_queue_says_so(rustam_at_desk: Client, oslo: Office, rustam: Member) -> None:
    for point in oslo.contact_points.all():
        confirm_contact(point, rustam, "its site", "2026-01-05")
    assert "Nothing to confirm." in page(rustam_at_desk).get_text()


def test_a_contributor_reads_the_queue_and_changes_nothing(dana_at_desk: Client, oslo: Office) -> None:
    assert page(dana_at_desk).select("[data-check]")
    assert not page(dana_at_desk).select("[data-check] form")
    phone = oslo.contact_points.get(channel="phone")
    assert dana_at_desk.post(reverse("contact_correct", args=[phone.pk])).status_code == 403


def test_a_long_queue_is_paged_and_asks_few_queries(
    rustam_at_desk: Client,
    action: Action,
    petra: Member,
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    for n in range(40):
        office = Office.objects.create(name=f"Mission {n:02}", kind="embassy", of_country="LV")
        add_target(action, office, petra)
    with django_assert_max_num_queries(40):
        first = page(rustam_at_desk)
    assert "page 1 of 4" in words(str(first))
