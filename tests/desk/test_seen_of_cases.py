"""The audit and the mail folder show a member what is about her cases, and nothing about others."""

from pathlib import Path

import pytest
from django.test import Client

from tests import cast
from tests.actions.stage import confirmed_email, ready_of
from tocsin.actions.models import Action
from tocsin.delivery.models import Delivery, DeliveryState
from tocsin.desk.audit_seen import entries_for
from tocsin.desk.mail_seen import mails_for
from tocsin.members.models import Member
from tocsin.members.record import record
from tocsin.post.folder import file_name

LETTER = "<letter@desk.example>"


@pytest.fixture
def action(rustam: Member) -> Action:
    action = ready_of(rustam)
    action.case.members.filter(member__name="Ada").delete()
    return action


def test_the_audit_tells_nothing_of_a_case_that_she_is_not_on(
    action: Action, petra: Member, ada: Member, petra_at_desk: Client
) -> None:
    record("office.renamed", "office 7", petra)
    hers, others = set(entries_for(petra)), set(entries_for(ada))
    assert {entry.act for entry in others} == {"office.renamed"}
    assert {"report.accepted", "case.opened", "action.drafted"} <= {entry.act for entry in hers}
    page = cast.desk_client("Ada").get("/desk/audit/").content.decode()
    assert ("office.renamed" in page, action.case.title in page, "case.opened" in page) == (
        True,
        False,
        False,
    )
    assert "case.opened" in petra_at_desk.get("/desk/audit/").content.decode()


def test_a_filter_asks_within_what_she_may_see(action: Action) -> None:
    page = cast.desk_client("Ada").get(f"/desk/audit/?subject=case {action.case.pk}")
    assert list(page.context["entries"]) == []


def test_a_mail_is_seen_by_the_publishers_of_its_case_and_by_whom_it_goes_to(
    action: Action, petra: Member, ada: Member, rustam: Member, settings: object, tmp_path: Path
) -> None:
    settings.MAIL_FOLDER = tmp_path
    target = action.targets.get()
    point = confirmed_email(target.office, rustam)
    Delivery.objects.create(
        action=action, target=target, contact_point=point, state=DeliveryState.FAILED, message_id=LETTER
    )
    letter, to_ada = tmp_path / f"{file_name(LETTER)}.eml", tmp_path / "other.eml"
    letter.write_text(f"Message-ID: {LETTER}\nTo: oslo@embassy.example\n\nA letter")
    to_ada.write_text("To: Ada <ada@desk.example>\n\nA reminder")
    assert [mails_for(who) for who in (petra, ada, rustam)] == [[letter], [to_ada], []]
    desk = cast.desk_client("Ada")
    assert desk.get(f"/desk/mail/{letter.stem}").status_code == 404
    assert letter.stem not in desk.get("/desk/mail/").content.decode()
