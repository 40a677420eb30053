"""Who works on a case: added, changed, taken off; somebody always manages it."""

import pytest
from django.core.exceptions import PermissionDenied

from tests import cast
from tocsin.cases.errors import CannotChange
from tocsin.cases.membership.access import manages, without_administrator
from tocsin.cases.membership.add import add_to_case
from tocsin.cases.membership.appoint import appoint_administrator
from tocsin.cases.membership.change_role import change_case_role
from tocsin.cases.membership.remove import remove_from_all, remove_from_case
from tocsin.cases.models import Case, CaseMember
from tocsin.jobs.worker import Worker
from tocsin.members.models import AuditEntry, Member, Role
from tocsin.members.remove import remove_member


@pytest.fixture
def case(db: None) -> Case:
    """Petra manages it; Rustam reviews."""
    case = Case.objects.create(slug="port", title="The port")
    cast.put_on(case, "Petra", role=Role.ADMINISTRATOR)
    cast.put_on(case, "Rustam")
    return case


def on(case: Case, name: str) -> CaseMember:
    return CaseMember.objects.get(case=case, member__name=name)


def roles(case: Case) -> dict[str, str]:
    return dict(CaseMember.objects.filter(case=case).values_list("member__name", "role"))


def noted() -> list[tuple[str, str]]:
    entries = AuditEntry.objects.filter(act__startswith="case.").order_by("pk")
    return [(entry.act, entry.detail["name"]) for entry in entries]


def test_added_changed_and_taken_off_by_who_manages_it(case: Case, petra: Member, dana: Member) -> None:
    added = add_to_case(case, dana, Role.VIEWER, petra)
    change_case_role(added, Role.CONTRIBUTOR, petra)
    assert roles(case) == {"Petra": "administrator", "Rustam": "reviewer", "Dana": "contributor"}
    remove_from_case(added, petra)
    assert roles(case) == {"Petra": "administrator", "Rustam": "reviewer"}
    acts = ["case.member_added", "case.member_role_changed", "case.member_removed"]
    assert noted() == [(act, "Dana") for act in acts]


def test_an_administrator_of_the_organisation_manages_no_case_of_others(
    case: Case, ada: Member, dana: Member
) -> None:
    with pytest.raises(PermissionDenied):
        add_to_case(case, dana, Role.VIEWER, ada)
    with pytest.raises(PermissionDenied):
        change_case_role(on(case, "Rustam"), Role.VIEWER, ada)
    with pytest.raises(PermissionDenied):
        remove_from_case(on(case, "Rustam"), ada)
    with pytest.raises(CannotChange, match="Somebody manages"):
        appoint_administrator(case, ada, ada)
    assert (roles(case), noted()) == ({"Petra": "administrator", "Rustam": "reviewer"}, [])


@pytest.mark.parametrize("role", ["", "owner"])
def test_there_is_no_such_role(case: Case, petra: Member, dana: Member, role: str) -> None:
    with pytest.raises(CannotChange):
        add_to_case(case, dana, role, petra)
    with pytest.raises(CannotChange):
        change_case_role(on(case, "Rustam"), role, petra)


def test_nobody_is_on_it_twice_and_nobody_who_left(
    case: Case, petra: Member, rustam: Member, dana: Member
) -> None:
    with pytest.raises(CannotChange, match="already"):
        add_to_case(case, rustam, Role.PUBLISHER, petra)
    dana.is_active = False
    with pytest.raises(CannotChange):
        add_to_case(case, dana, Role.VIEWER, petra)
    assert roles(case)["Rustam"] == "reviewer"


def test_the_last_who_manages_it_stays(case: Case, petra: Member) -> None:
    for act in (
        lambda: remove_from_case(on(case, "Petra"), petra),
        lambda: remove_from_case(on(case, "Petra"), None),
    ):
        with pytest.raises(CannotChange, match="only administrator"):
            act()
    with pytest.raises(CannotChange, match="only administrator"):
        change_case_role(on(case, "Petra"), Role.PUBLISHER, petra)
    change_case_role(on(case, "Rustam"), Role.ADMINISTRATOR, petra)
    remove_from_case(on(case, "Petra"), petra)
    assert roles(case) == {"Rustam": "administrator"}


def test_everybody_may_leave_but_take_off_nobody_else(
    case: Case, rustam: Member, dana: Member, petra: Member
) -> None:
    add_to_case(case, dana, Role.VIEWER, petra)
    with pytest.raises(PermissionDenied):
        remove_from_case(on(case, "Dana"), rustam)
    remove_from_case(on(case, "Rustam"), rustam)
    assert roles(case) == {"Petra": "administrator", "Dana": "viewer"}


def test_nobody_is_put_on_a_sample(petra: Member, dana: Member) -> None:
    sample = Case.objects.create(slug="old", title="History", is_sample=True)
    cast.put_on(sample, "Petra", role=Role.ADMINISTRATOR)
    with pytest.raises(CannotChange, match="sample"):
        add_to_case(sample, dana, Role.VIEWER, petra)
    assert not without_administrator().filter(pk=sample.pk).exists()


@pytest.mark.django_db(transaction=True)
def test_who_leaves_the_organisation_is_off_her_cases_and_somebody_else_is_named() -> None:
    case = Case.objects.create(slug="port", title="The port")
    petra, ada, rustam = (cast.member(name) for name in ("Petra", "Ada", "Rustam"))
    cast.put_on(case, "Petra", role=Role.ADMINISTRATOR)
    cast.put_on(case, "Rustam")
    assert not without_administrator().exists()
    remove_member(petra, ada)
    Worker().run_until_idle()
    assert (roles(case), list(without_administrator())) == ({"Rustam": "reviewer"}, [case])
    with pytest.raises(PermissionDenied):
        appoint_administrator(case, rustam, rustam)
    appoint_administrator(case, rustam, ada)
    assert (manages(case, rustam), on(case, "Rustam").added_by) == (True, None)
    assert noted() == [("case.member_removed", "Petra"), ("case.administrator_appointed", "Rustam")]


def test_who_was_put_on_it_after_she_had_come_back_stays(case: Case, petra: Member) -> None:
    remove_from_all({"member": petra.pk, "at": "2001-01-01T00:00:00+00:00"})
    assert roles(case)["Petra"] == "administrator"


def test_who_is_less_in_the_organisation_still_says_who_works_on_it(
    case: Case, petra: Member, dana: Member
) -> None:
    petra.role = Role.VIEWER
    petra.save()
    add_to_case(case, dana, Role.VIEWER, petra)
    assert roles(case)["Dana"] == "viewer"
