"""Lines of a full page run on; addresses, items and labels stay lines of their own."""

from hypothesis import given
from hypothesis import strategies as st

from tocsin.intake.wrapped import unwrapped

PAGE = """The weavers were arrested on Sunday in Nakuru, and nobody has told their
families since where they are held or why. Their union asks its friends
to write at once.

Embassy of Kenya in Oslo, Norway - Drammensveien 12, tel. (47) 2255 1234,
(47) 2255 1235 oslo@embassy.example.org

Minister of Justice
Harambee Avenue
Nairobi
Fax: +254 20 221 1111

What we demand, and will go on demanding until the last one of them is out:
- the release of all weavers
- an inquiry into the shots that were fired at the gate of the mill
"""


def test_what_the_page_broke_is_one_line_again() -> None:
    lines = unwrapped(PAGE).split("\n")
    assert lines[0].endswith("to write at once.")
    assert lines[2].endswith("oslo@embassy.example.org")


def test_addresses_and_items_keep_their_lines() -> None:
    lines = unwrapped(PAGE).split("\n")
    assert lines[4:8] == ["Minister of Justice", "Harambee Avenue", "Nairobi", "Fax: +254 20 221 1111"]
    assert lines[-3:-1] == [
        "- the release of all weavers",
        "- an inquiry into the shots that were fired at the gate of the mill",
    ]


def test_a_hyphen_at_the_end_of_a_line_stays_as_printed() -> None:
    page = "\n".join(
        [
            "a long line of words that fills the page to its right mar-",
            "gin and goes on from there to the next",
        ]
        * 4
    )
    assert "mar-\ngin" in unwrapped(page)


@given(st.text(alphabet="ab -\n.1", max_size=300))
def test_no_letter_is_lost(text: str) -> None:
    assert unwrapped(text).replace("\n", "").replace(" ", "") == text.replace("\n", "").replace(" ", "")
