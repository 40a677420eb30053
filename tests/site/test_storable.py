"""NUL, which comes along where text is copied from a binary file, is refused in words; nothing breaks and nothing is stored."""

import pytest
from django.test import Client
from tests.cases.asking import a_case, person_of

from tocsin.cases.models import Consent
from tocsin.members.models import Member


@pytest.mark.django_db
def test_a_form_with_it_is_refused_in_words_and_nothing_is_stored(
    rustam: Member, rustam_at_desk: Client
) -> None:
    case = a_case(rustam)
    at = f"/desk/cases/{case.slug}/people/{person_of(case).pk}/consents"
    form = {"basis": "family", "given_by": "her\0 sister", "given_on": "2015-05-09", "way": "phone"}
    answer = rustam_at_desk.post(at, form)
    assert (answer.status_code, Consent.objects.count()) == (400, 0)
    assert "Nothing was stored" in answer.content.decode()
    assert rustam_at_desk.post(at, form | {"given_by": "her sister"}).status_code == 302


@pytest.mark.parametrize("name", ["q=%00", "%00=q"])
def test_an_address_with_it_is_answered_alike_everywhere(client: Client, name: str) -> None:
    pages = [client.get(f"{path}?{name}") for path in ("/desk/search/", "/desk/no-such-page", "/nowhere")]
    assert [page.status_code for page in pages] == [400] * 3
    assert len({page.content for page in pages}) == 1


@pytest.mark.django_db
def test_a_file_may_hold_it(dana_at_desk: Client) -> None:
    """What is no text is not looked into here."""
    from io import BytesIO

    file = BytesIO(b"\0\0")
    file.name = "a.bin"
    assert dana_at_desk.post("/desk/reports/new", {"file": file}).status_code != 400
