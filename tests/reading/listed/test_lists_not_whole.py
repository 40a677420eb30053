"""What a reviewer is told of a list that was not read whole, and of rows that bear one name."""

import pytest

from tocsin.reading.read import read_text
from tocsin.terms.draft import Draft

LEAD = "Police detained 20 dockers in Riga, Latvia, on 3 May 2015. The detained are:\n\n"
NAMES = [
    f"{g} {f}"
    for g in ["James", "Mary", "Peter", "Susan", "David"]
    for f in ["Okello", "Ashby", "Larkin", "Dunmore"]
]


def drafted(rows: list[str], lead: str = LEAD) -> Draft:
    return read_text(lead + "\n".join(rows), "list.txt", "2015-06-10")


def numbered() -> list[str]:
    return [f"{n}. {name}, born {1950 + n}, docker" for n, name in enumerate(NAMES, 1)]


def told(draft: Draft, code: str) -> list[str]:
    return [warning.message for warning in draft.warnings if warning.code == code]


@pytest.mark.parametrize("lost", ["7. ???, born 1980", "7. (an unknown woman)"])
def test_rows_without_a_name_are_told_by_their_numbers(lost: str) -> None:
    rows = numbered()
    rows[6] = lost
    draft = drafted(rows, "Detained in Riga, Latvia:\n\n")
    assert len(draft.people) == 19
    (message,) = told(draft, "list_incomplete")
    assert "20 people" in message
    assert "19 were read" in message


def test_a_list_shorter_than_its_lead_says_is_told() -> None:
    (message,) = told(drafted(numbered()[:15]), "list_incomplete")
    assert "20 people" in message
    assert "15 were read" in message


def test_a_list_that_is_not_there_is_told() -> None:
    lead = "Police in Riga detained 20 dockers. The names of those detained are:\n\n"
    (message,) = told(drafted(["They will be given later."], lead), "list_incomplete")
    assert "0 were read" in message


def test_a_whole_list_and_a_part_of_one_need_no_warning() -> None:
    assert not told(drafted(numbered()), "list_incomplete")
    some = "Police detained 200 dockers in Riga on 3 May 2015, among them:\n\n"
    assert not told(drafted(NAMES, some), "list_incomplete")


def test_two_of_one_name_are_two_where_anything_tells_them_apart() -> None:
    rows = numbered()
    rows[13] = "14. Oleg Petrov, born 1980"
    rows[16] = "17. Oleg Petrov, born 1991"
    draft = drafted(rows)
    assert [p.name for p in draft.people].count("Oleg Petrov") == 2
    assert len(draft.people) == 20
    (message,) = told(draft, "same_name")
    assert "different people" in message


def test_two_rows_alike_are_one_person_and_told() -> None:
    rows = numbered()
    rows[13] = "14. Oleg Petrov, docker"
    rows[16] = "17. Oleg Petrov, docker"
    draft = drafted(rows)
    (petrov,) = [p for p in draft.people if p.name == "Oleg Petrov"]
    assert len(petrov.spans) == 2
    (message,) = told(draft, "same_name")
    assert "one person" in message


def test_a_longer_name_is_another_row() -> None:
    rows = [*NAMES[:18], "Ali Hassan", "Ali Hassan Barakat"]
    assert [p.name for p in drafted(rows).people] == rows


def test_a_second_list_tells_more_of_the_one_of_that_year() -> None:
    rows = numbered()
    rows[13] = "14. Oleg Petrov, born 1980"
    rows[16] = "17. Oleg Petrov, born 1991"
    freed = [
        "",
        "Released on 9 June 2015:",
        "",
        "1. Oleg Petrov, born 1980",
        *(f"{n}. {NAMES[n]}" for n in range(2, 12)),
    ]
    one, other = [p for p in drafted([*rows, *freed]).people if p.name == "Oleg Petrov"]
    assert (one.status, other.status) == ("released", "detained")
