"""Filters: each says how many lines it would leave, and what cannot be read leaves nothing out."""

import pytest

from tocsin.cases.chronicle.choose import chosen, filters, read_choice, words_of
from tocsin.cases.chronicle.chronicle import chronicle
from tocsin.cases.chronicle.entry import Chronicle

from .scene import told_case

pytestmark = pytest.mark.django_db


@pytest.fixture
def told() -> Chronicle:
    return chronicle(told_case().case, public=True)


def numbers(told: Chronicle, **given: str) -> list[int]:
    return [entry.number for entry in chosen(told, read_choice(given, told))]


def test_by_person_kind_type_source_and_time(told: Chronicle) -> None:
    everything = numbers(told)
    lina = str(told.people[0].pk)
    titles = {e.number: e.title for e in told.entries}
    assert [titles[n] for n in numbers(told, person=lina, what="status")] == [
        "Lina Marwede: detained",
        "Lina Marwede: released",
    ]
    assert [titles[n] for n in numbers(told, what="strike")] == ["Strike"]
    assert [titles[n] for n in numbers(told, what="statement")] == ["Port police", "Port police"]
    assert set(numbers(told, source="1")) | set(numbers(told, source="2")) == set(everything)
    assert next(titles[n] for n in numbers(told, **{"from": "2015-06-01"})) == "Lina Marwede: released"
    assert [titles[n] for n in numbers(told, to="2015-05-03")] == ["Arrest or detention", "Strike"]


def test_the_number_beside_an_option_is_what_it_leaves(told: Chronicle) -> None:
    for given in ({}, {"source": "1"}, {"what": "status", "to": "2015-05-31"}):
        known = filters(told, read_choice(given, told))
        for name, options in (("person", known.people), ("what", known.whats), ("source", known.sources)):
            for option in options:
                assert option.count == len(numbers(told, **(given | {name: option.value})))


def test_no_option_without_a_line(told: Chronicle) -> None:
    known = filters(told, read_choice({}, told))
    assert [o.value for o in known.whats] == [
        "incident", "arrest", "raid_search", "strike", "threat", "status", "statement", "report",
    ]  # fmt: skip
    assert [o.words for o in known.people] == ["Lina Marwede"]


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ({"person": "999999"}, "This case has no such person."),
        ({"person": "x"}, "This case has no such person."),
        ({"what": "<b>"}, "There is no such kind of line."),
        ({"source": "77"}, "This case has no source of that number."),
        ({"from": "last Ramadan"}, "“last Ramadan” is not a day. Write it as 2011-12-16."),
    ],
)
def test_what_cannot_be_chosen_is_told_and_leaves_nothing_out(
    told: Chronicle, given: dict[str, str], sentence: str
) -> None:
    choice = read_choice(given, told)
    assert (choice.wrong, chosen(told, choice)) == ((sentence,), told.entries)


def test_a_withheld_person_cannot_be_asked_for_in_public() -> None:
    scene = told_case()
    desk, public = chronicle(scene.case, public=False), chronicle(scene.case, public=True)
    [hidden] = {p.pk for p in desk.people} - {p.pk for p in public.people}
    assert read_choice({"person": str(hidden)}, public).wrong == ("This case has no such person.",)
    assert read_choice({"person": str(hidden)}, desk).wrong == ()


def test_the_filters_in_words(told: Chronicle) -> None:
    given = {"person": str(told.people[0].pk), "what": "status", "from": "2015-05-01"}
    assert words_of(read_choice(given, told), told) == (
        "Lina Marwede",
        "How somebody fared",
        "from 2015-05-01",
    )
