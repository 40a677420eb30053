import pytest

from tocsin.language.contact_links import leads_to_a_person


@pytest.mark.parametrize(
    "link",
    [
        "https://wa.me/4791234567",
        "https://api.whatsapp.com/send?phone=4791234567",
        "https://T.me/vera",
        "tel:+4791234567",
        "TEL:91234567",
        "mailto:vera@hosts.example",
        "https://meet.example/x?ask=vera%40hosts.example",
        "https://meet.example/?call=%2B4791234567",
        "https://social.example/@vera",
    ],
)
def test_a_link_that_leads_to_a_person(link: str) -> None:
    assert leads_to_a_person(link)


@pytest.mark.parametrize(
    "link",
    [
        "",
        "https://meet.example/strike-in-aktau",
        "https://zoom.example/j/81234567890?pwd=a1",
        "https://not-t.me.example/room",
        "https://meet.example/[",
    ],
)
def test_a_room_where_people_meet_is_none(link: str) -> None:
    assert not leads_to_a_person(link)
