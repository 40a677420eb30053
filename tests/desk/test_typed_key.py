"""A key that a form or an address names: what is none finds nothing, and breaks nothing."""

import pytest
from django.test import Client

from tests.cases.asking import a_case, person_of
from tocsin.cases.models import Claim
from tocsin.desk.typed_key import typed_key
from tocsin.members.models import Member


@pytest.mark.parametrize(
    ("named", "key"), [("7", 7), ("9" * 18, int("9" * 18)), ("9" * 19, -1), ("", -1), ("-7", -1), ("x", -1), ("²", -1)]
)  # fmt: skip
def test_what_is_no_key_is_one_that_nothing_has(named: str, key: int) -> None:
    assert typed_key(named) == key


@pytest.mark.django_db
@pytest.mark.parametrize("named", ["9" * 30, "9" * 5000])
def test_a_number_of_any_length_breaks_no_page(rustam: Member, rustam_at_desk: Client, named: str) -> None:
    case = a_case(rustam)
    claim, here = Claim.objects.get(subject=person_of(case)), f"/desk/cases/{case.slug}/"
    pages = (
        "?at=",
        "inquiries?correct=",
        "deadlines?correct=",
        "remedies?correct=",
        "remedies?from=",
        "same?done=",
    )
    assert [rustam_at_desk.get(f"{here}{page}{named}").status_code for page in pages] == [200] * len(pages)
    acts = {"show": named, "withdraw": f"{claim.pk} {named}"}
    assert [rustam_at_desk.post(f"{here}claims", {act: keys}).status_code for act, keys in acts.items()] == [
        302
    ] * 2
    claim.refresh_from_db()
    assert claim.withdrawn_at is not None
