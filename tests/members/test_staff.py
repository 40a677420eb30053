"""Adding people, changing what they may do, letting them go; each act is in the audit trail."""

import pytest
from django.core.exceptions import ValidationError
from tests import cast

from tocsin.members.add import add_member
from tocsin.members.change_role import change_role
from tocsin.members.models import AuditEntry, Member, Role
from tocsin.members.remove import remove_member


def acts() -> list[tuple[str, str, Member | None]]:
    return [(entry.act, entry.subject, entry.member) for entry in AuditEntry.objects.order_by("pk")]


@pytest.mark.django_db
def test_a_new_member_has_no_password_and_stands_in_the_audit(ada: Member) -> None:
    noor = add_member(" Noor@Desk.Example", "Noor", Role.REVIEWER, by=ada)
    assert (noor.email, noor.role, noor.has_usable_password()) == ("noor@desk.example", "reviewer", False)
    assert acts() == [("member.added", f"member {noor.pk}", ada)]


@pytest.mark.django_db
@pytest.mark.parametrize("email", ["", "noor", "rustam@desk.example", "RUSTAM@desk.example"])
def test_a_bad_address_or_a_second_of_the_same_is_refused(rustam: Member, email: str) -> None:
    with pytest.raises(ValidationError):
        add_member(email, "Noor", Role.REVIEWER, by=None)
    assert Member.objects.count() == 1
    assert acts() == []


@pytest.mark.django_db
def test_an_unknown_role_is_refused(ada: Member, rustam: Member) -> None:
    with pytest.raises(ValidationError):
        change_role(rustam, "emperor", by=ada)
    rustam.refresh_from_db()
    assert rustam.role == Role.REVIEWER


@pytest.mark.django_db
def test_the_only_administrator_can_neither_go_nor_step_down(ada: Member) -> None:
    with pytest.raises(ValidationError, match="only administrator"):
        remove_member(ada, by=ada)
    with pytest.raises(ValidationError, match="only administrator"):
        change_role(ada, Role.VIEWER, by=ada)
    add_member("noor@desk.example", "Noor", Role.ADMINISTRATOR, by=ada)
    change_role(ada, Role.VIEWER, by=ada)
    ada.refresh_from_db()
    assert ada.role == Role.VIEWER


@pytest.mark.django_db
def test_letting_somebody_go_ends_her_session_at_once(ada: Member) -> None:
    client = cast.desk_client("Petra")
    assert client.get("/desk/account/").status_code == 200
    remove_member(cast.member("Petra"), by=ada)
    assert client.get("/desk/account/").status_code == 404


@pytest.mark.django_db
def test_somebody_who_comes_back_starts_anew_under_the_same_name(ada: Member, petra: Member) -> None:
    remove_member(petra, by=ada)
    back = add_member(petra.email, "Petra", Role.VIEWER, by=ada)
    assert (back.pk, back.role, back.has_usable_password()) == (petra.pk, "viewer", False)


@pytest.mark.parametrize(
    ("role", "may_also"),
    [
        (Role.VIEWER, {Role.VIEWER}),
        (Role.REVIEWER, {Role.VIEWER, Role.CONTRIBUTOR, Role.REVIEWER}),
        (Role.ADMINISTRATOR, set(Role)),
    ],
)
def test_a_role_may_what_the_ones_before_it_may(role: Role, may_also: set[Role]) -> None:
    assert {other for other in Role if Member(role=role).holds(other)} == may_also
    assert not Member(role=role, is_active=False).holds(Role.VIEWER)
