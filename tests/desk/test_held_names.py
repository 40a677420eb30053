"""One person, two cases: what takes a name out of one holds it back in the other until somebody there has looked."""

from dataclasses import asdict

import pytest
from django.test import Client
from django.urls import reverse

from tests import cast
from tests.actions.stage import made_ready
from tests.cases.test_accept import reviewed
from tests.reports.drafts import TEXT, draft, span
from tocsin.actions.draft_action import draft_action
from tocsin.actions.models import Action
from tocsin.actions.publish import publish
from tocsin.actions.queries import action_view
from tocsin.cases.accept import accept_report
from tocsin.cases.consent import record_consent, withdraw_consent
from tocsin.cases.edit import edit_case
from tocsin.cases.elsewhere.answer import say_another, say_same
from tocsin.cases.errors import CannotChange
from tocsin.cases.exchange.ask_export import ask_export
from tocsin.cases.exchange.make_export import make_export
from tocsin.cases.judge_same import judge_same
from tocsin.cases.minors import set_minor
from tocsin.cases.models import (
    Case,
    CaseMember,
    Claim,
    Consent,
    ExportKind,
    HeldName,
    Naming,
    PersonAtRisk,
    Relay,
)
from tocsin.cases.name_person import show_name, withhold_name
from tocsin.cases.names import case_mask
from tocsin.cases.publish import publish_case
from tocsin.cases.queries import case_view
from tocsin.cases.relay.queries import text_for_callers
from tocsin.cases.show_claim import show_claims
from tocsin.members.models import AuditEntry, Member, Revision, Role
from tocsin.reports.models import Report, ReviewField

HERS = "A case that nobody there knows of"
THERE = "Free the dockers’ lawyer"
WAYS = ["Lina Marwede", "Лина Марведе", "L. Marwede", "Marwede, Lina"]


def case_called(title: str, by: Member, edition: str) -> Case:
    case = accept_report(reviewed(by, text=f"{TEXT}\n{edition} edition."), by)
    show_claims(Claim.objects.filter(subject__case=case), by)
    CaseMember.objects.filter(case=case).delete()
    CaseMember.objects.create(case=case, member=by, role=Role.PUBLISHER)
    edit_case(case, title, "LV", "", by)
    return case


@pytest.fixture(scope="module")
def made_here(once: None) -> int:
    rustam = cast.member("Rustam")
    person = PersonAtRisk.objects.get(case=case_called(HERS, rustam, "First"))
    record_consent(person, "family", "her sister", "2015-05-09", "phone", "", rustam)
    show_name(person, "full", "family", "her sister", rustam)
    return person.pk


@pytest.fixture
def here(made_here: int, db: None) -> PersonAtRisk:
    """In a case of Rustam's alone, with a consent."""
    return PersonAtRisk.objects.get(pk=made_here)


@pytest.fixture
def there(petra: Member) -> PersonAtRisk:
    """Shown by full name on the public page of a case of Petra's, with an open action."""
    case = case_called(THERE, petra, "Second")
    publish(made_ready(draft_action(case, petra), petra), petra)
    publish_case(case, petra)
    return PersonAtRisk.objects.select_related("case").get(case=case)


def take_back(person: PersonAtRisk, by: Member) -> None:
    withdraw_consent(Consent.objects.get(person=person, withdrawn_at=None), "2015-07-01", "", by)


def name_of(person: PersonAtRisk) -> str:
    case = Case.objects.get(pk=person.case_id)
    return case_view(case, public=True).people[0].name


def pages_of(person: PersonAtRisk, client: Client) -> str:
    """All that a stranger reads of the case and its action."""
    action = Action.objects.get(case=person.case)
    told = [client.get(f"/c/{person.case.slug}"), client.get(f"/a/{action.slug}")]
    told += [client.get(f"/c/{person.case.slug}/chronicle"), client.get(f"/a/{action.slug}/write?country=NO")]
    assert [page.status_code for page in told[:3]] == [200, 200, 200]
    return " ".join(page.content.decode() for page in told if page.status_code == 200)


@pytest.mark.parametrize("way", WAYS)
def test_the_name_is_gone_from_every_public_page_letter_and_file_of_the_other_case(
    way: str, here: PersonAtRisk, there: PersonAtRisk, rustam: Member, petra: Member, client: Client,
    django_capture_on_commit_callbacks: object,
) -> None:  # fmt: skip
    Claim.objects.filter(subject=here, predicate="name").update(value=way)
    export = ask_export(there.case, ExportKind.CSV, True, petra)
    make_export({"export": export.pk})
    assert "Marwede" in pages_of(there, client)
    with django_capture_on_commit_callbacks(execute=True):
        take_back(here, rustam)
    assert "Marwede" not in pages_of(there, client)
    action = Action.objects.get(case=there.case)
    assert "Marwede" not in str(asdict(action_view(action)))
    assert "Marwede" not in case_mask(there.case).text(TEXT)
    export.refresh_from_db()
    assert export.state == "gone"
    assert case_view(there.case, public=True).people[0].naming == Naming.WITHHELD
    there.refresh_from_db()
    assert there.naming == Naming.FULL, "the rule itself waits for a word"


def test_somebody_of_another_name_stays(here: PersonAtRisk, there: PersonAtRisk, rustam: Member) -> None:
    Claim.objects.filter(subject=there, predicate="name").update(value="Ilze Bertok")
    take_back(here, rustam)
    assert (name_of(there), HeldName.objects.count()) == ("Ilze Bertok", 0)


def test_another_person_is_shown_as_before_and_who_said_so_is_noted(
    here: PersonAtRisk, there: PersonAtRisk, rustam: Member, petra: Member
) -> None:
    take_back(here, rustam)
    say_another(there, petra)
    assert name_of(there) == "Lina Marwede"
    said = AuditEntry.objects.get(act="person.held_name_another")
    assert (said.member, said.about_case) == (petra, there.case_id)
    with pytest.raises(CannotChange, match="answered this already"):
        say_same(there, petra)


def test_the_same_person_is_withheld_there_until_she_agrees_anew(
    here: PersonAtRisk, there: PersonAtRisk, rustam: Member, petra: Member
) -> None:
    record_consent(there, "person", "herself", "2015-05-10", "phone", "", petra)
    take_back(here, rustam)
    say_same(there, petra)
    there.refresh_from_db()
    assert (there.naming, name_of(there)) == (Naming.WITHHELD, "[name withheld]")
    assert not Consent.objects.filter(person=there, withdrawn_at=None).exists()
    with pytest.raises(CannotChange, match="Record a new one"):
        show_name(there, "full", "published", "in two papers", petra)
    record_consent(there, "person", "herself", "2015-06-10", "phone", "", petra)
    show_name(there, "full", "person", "herself", petra)
    assert name_of(there) == "Lina Marwede"


def test_where_no_consent_was_recorded_a_published_source_is_no_ground_after_it(
    here: PersonAtRisk, there: PersonAtRisk, rustam: Member, petra: Member
) -> None:
    take_back(here, rustam)
    say_same(there, petra)
    with pytest.raises(CannotChange, match="Record a new one"):
        show_name(there, "full", "published", "in two papers", petra)


def test_whom_somebody_said_to_be_one_is_withheld_at_once_the_next_time(
    here: PersonAtRisk, there: PersonAtRisk, rustam: Member, petra: Member
) -> None:
    take_back(here, rustam)
    say_same(there, petra)
    for person, by in ((here, rustam), (there, petra)):
        record_consent(person, "person", "herself", "2015-06-10", "phone", "", by)
        show_name(person, "full", "person", "herself", by)
    HeldName.objects.filter(answered_at=None).delete()
    take_back(here, rustam)
    there.refresh_from_db()
    assert there.naming == Naming.WITHHELD


def test_a_name_shown_only_later_is_held_back_too(here: PersonAtRisk, rustam: Member, petra: Member) -> None:
    take_back(here, rustam)
    there = PersonAtRisk.objects.get(case=case_called(THERE, petra, "Second"))
    assert not HeldName.objects.exists()
    show_name(there, "full", "published", "in two papers", petra)
    assert name_of(there) == "[name withheld]"
    say_another(there, petra)
    show_name(there, "initials", "published", "in two papers", petra)
    show_name(there, "full", "published", "in two papers", petra)
    assert name_of(there) == "Lina Marwede"


def test_a_name_withheld_there_is_held_back_until_it_is_shown_again(
    here: PersonAtRisk, there: PersonAtRisk, rustam: Member
) -> None:
    withhold_name(here, rustam)
    assert name_of(there) == "[name withheld]"
    show_name(here, "full", "family", "her sister", rustam)
    assert name_of(there) == "Lina Marwede"


def test_a_childs_full_name_is_held_back_and_initials_stay(
    here: PersonAtRisk, there: PersonAtRisk, rustam: Member, petra: Member
) -> None:
    set_minor(here, True, rustam)
    assert name_of(there) == "[name withheld]"
    set_minor(here, False, rustam)
    assert name_of(there) == "Lina Marwede"
    show_name(there, "initials", "published", "in two papers", petra)
    set_minor(here, True, rustam)
    assert name_of(there) == "L. M."
    with_full_name = {"naming": "full", "basis": "published", "note": "in two papers", "by": petra}
    show_name(there, **with_full_name)
    assert name_of(there) == "[name withheld]"
    say_same(there, petra)
    there.refresh_from_db()
    assert (there.is_minor, there.naming) == (True, Naming.WITHHELD)


def a_child_in(case: Case, by: Member) -> Report:
    """A report that prints her age, taken into the case, all but a charge."""
    young = [{"code": "minor", "message": "A child.", "spans": [span("their lawyer Lina Marwede")]}]
    report = reviewed(by, text=f"{TEXT}\nThird edition.", draft=draft(warnings=young))
    accept_report(report, by, case=case)
    return report


def test_a_child_that_a_report_tells_of_is_held_back_elsewhere_as_one_that_a_person_marks(
    here: PersonAtRisk, there: PersonAtRisk, rustam: Member
) -> None:
    """`here` itself too: she may be the child of the later report, in one case."""
    child = PersonAtRisk.objects.get(case=here.case, item__report=a_child_in(here.case, rustam))
    assert child.is_minor
    assert name_of(there) == "[name withheld]"
    held = HeldName.objects.get(person=there)
    assert (held.because, held.came_from_id) == ("child", child.pk)
    noted = AuditEntry.objects.get(act="person.minor_set")
    assert (noted.member, noted.subject) == (rustam, f"personatrisk {child.pk}")
    assert Revision.objects.get(entry=noted).after == {"is_minor": True}


def test_a_word_that_somebody_is_no_child_stands_when_more_of_the_report_is_taken(
    here: PersonAtRisk, there: PersonAtRisk, rustam: Member
) -> None:
    report = a_child_in(here.case, rustam)
    child = PersonAtRisk.objects.get(case=here.case, item__report=report)
    set_minor(child, False, rustam)
    assert name_of(there) == "Lina Marwede"
    more = ReviewField.objects.filter(item__report=report).order_by("pk")[0]
    ReviewField.objects.filter(pk=more.pk).update(held_at=None)
    Claim.objects.filter(report=report).order_by("pk")[0].delete()
    accept_report(report, rustam)
    child.refresh_from_db()
    assert not child.is_minor
    assert name_of(there) == "Lina Marwede"


def test_whoever_is_joined_to_the_person_is_held_back_with_her(
    here: PersonAtRisk, there: PersonAtRisk, rustam: Member, petra: Member
) -> None:
    accept_report(reviewed(petra, text=TEXT + "\nThird edition."), petra, case=there.case)
    joined = PersonAtRisk.objects.filter(case=there.case).exclude(pk=there.pk).get()
    judge_same(there, joined, petra)
    take_back(here, rustam)
    assert {row.person_id for row in HeldName.objects.all()} == {there.pk, joined.pk}


def test_callers_do_not_hear_the_name_while_it_is_held_back(
    here: PersonAtRisk, there: PersonAtRisk, rustam: Member
) -> None:
    relay = Relay(case=there.case, callers_see_names=True)
    assert "Marwede" in text_for_callers(relay)(TEXT)
    take_back(here, rustam)
    assert "Marwede" not in text_for_callers(relay)(TEXT)


def test_whoever_keeps_the_other_case_is_asked_and_learns_nothing_of_this_one(
    here: PersonAtRisk, there: PersonAtRisk, rustam: Member, petra_at_desk: Client
) -> None:
    take_back(here, rustam)
    inbox = petra_at_desk.get(reverse("desk_home")).content.decode()
    assert "Names held back" in inbox
    assert "Somebody of this name withdrew consent elsewhere." in inbox
    card = petra_at_desk.get(reverse("person_card", args=[there.case.slug, there.pk])).content.decode()
    assert "Is this the same person?" in card
    history = petra_at_desk.get(reverse("history", args=["personatrisk", there.pk])).content.decode()
    trail = petra_at_desk.get(reverse("audit")).content.decode()
    told = [each for each in (inbox, card, history, trail) if HERS in each or f"/{here.case.slug}/" in each]
    assert told == []
    noted = AuditEntry.objects.filter(act="person.name_held")
    assert [(n.member, n.about_case, n.detail) for n in noted] == [
        (None, there.case_id, {"because": "consent"})
    ]


def test_whoever_withdraws_sees_the_cases_that_she_may_open_and_no_others(
    here: PersonAtRisk, there: PersonAtRisk, rustam: Member, rustam_at_desk: Client
) -> None:
    take_back(here, rustam)
    card = reverse("person_card", args=[here.case.slug, here.pk])
    alone = rustam_at_desk.get(card).content.decode()
    assert (THERE in alone, "In other cases of yours" in alone) == (False, False)
    cast.put_on(there.case, "Rustam")
    on_both = rustam_at_desk.get(card).content.decode()
    assert THERE in on_both
    assert reverse("person_card", args=[there.case.slug, there.pk]) + "#held" in on_both


@pytest.mark.parametrize(("answer", "name"), [("same", "[name withheld]"), ("another", "Lina Marwede")])
def test_it_is_answered_at_the_card_by_who_reviews_the_case_alone(
    answer: str, name: str, here: PersonAtRisk, there: PersonAtRisk, rustam: Member, client: Client,
    petra_at_desk: Client, rustam_at_desk: Client, dana_at_desk: Client,
) -> None:  # fmt: skip
    take_back(here, rustam)
    cast.put_on(there.case, "Dana")
    at = reverse("person_held", args=[there.case.slug, there.pk])
    card = reverse("person_card", args=[there.case.slug, there.pk])
    refused = [
        each.post(at, {"answer": answer}).status_code for each in (client, rustam_at_desk, dana_at_desk)
    ]
    assert refused == [404, 403, 403]
    assert "Is this the same person?" in dana_at_desk.get(card).content.decode()
    assert at not in dana_at_desk.get(card).content.decode()
    assert "Names held back" not in dana_at_desk.get(reverse("desk_home")).content.decode()
    assert name_of(there) == "[name withheld]"
    assert petra_at_desk.post(at, {"answer": answer}).status_code == 302
    assert (name_of(there), HeldName.objects.filter(answered_at=None).exists()) == (name, False)
    assert "Names held back" not in petra_at_desk.get(reverse("desk_home")).content.decode()


def test_what_is_tried_in_the_sample_case_touches_no_other(
    here: PersonAtRisk, there: PersonAtRisk, rustam: Member
) -> None:
    Case.objects.filter(pk=here.case.pk).update(is_sample=True)
    here.case.refresh_from_db()
    take_back(here, rustam)
    assert not HeldName.objects.exists()
    assert name_of(there) == "Lina Marwede"
