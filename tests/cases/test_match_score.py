"""How much a report looks like a case."""

import random
from collections.abc import Iterable, Mapping

import pytest

from tocsin.cases import match_score
from tocsin.cases.match_score import CaseIndex, Mark, Shared, Traits, person_key


def people(*names: str) -> dict[str, str]:
    return {person_key(name): name for name in names}


def best(report: Traits, *cases: Traits) -> tuple[int, Shared] | None:
    return CaseIndex(dict(enumerate(cases))).best(report)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Natalia Sokolova", "Наталья Соколова", True),
        ("Roza Karabalaeva", "Роза Қарабалаева", True),
        ("Roza Qarabalayeva", "Karabalaeva Roza", True),
        ("N. Sokolova", "Наталья Соколова", True),
        ("Sokolova Natalia", "Natalia Sokolova", True),
        ("Natalia Sokolova", "Natalia Petrova", False),
        ("Natalia Sokolova", "Oleg Sokolova", False),
        ("Natalia", "Natalia Sokolova", False),
        ("Waluyo", "Waluyo", True),
        ("N. S.", "Natalia Sokolova", False),
    ],
)
def test_names_across_scripts_and_spellings(one: str, other: str, same: bool) -> None:
    case = Traits(people=people(other))
    assert (best(Traits(people=people(one)), case) is not None) is same


def test_a_person_is_enough_and_two_weigh_more() -> None:
    one = Traits(people=people("Natalia Sokolova"))
    two = Traits(people=people("Наталья Соколова", "Akzhanat Aminov"))
    found = best(Traits(people=people("Natalia Sokolova", "Akzhanat Aminov")), one, two)
    assert found is not None
    assert (found[0], found[1].people, found[1].score) == (1, ("Natalia Sokolova", "Akzhanat Aminov"), 6.0)


def test_one_namesake_abroad_is_not_enough() -> None:
    case = Traits(people=people("Natalia Sokolova", "Akzhanat Aminov"), country="KZ")
    assert best(Traits(people=people("Natalia Sokolova"), country="LV"), case) is None
    both = Traits(people=people("Natalia Sokolova", "Akzhanat Aminov"), country="LV")
    assert best(both, case) is not None


def test_country_publisher_and_date_alone_are_not_enough() -> None:
    traits = Traits(country="KZ", publishers=frozenset({"union"}), days=(734_000,))
    assert best(traits, traits) is None


def test_a_place_counts_with_country_and_date_and_less_where_many_cases_have_it() -> None:
    town = Traits(places={"433/528": "Zhanaozen"}, country="KZ", days=(734_000,))
    near = Traits(places={"433/528": "Жанаозен"}, country="KZ", days=(734_040,))
    late = Traits(places={"433/528": "Жанаозен"}, country="KZ", days=(734_400,))
    found = best(near, town)
    assert found is not None
    assert (found[1].places, found[1].is_near) == (("Жанаозен",), True)
    assert best(late, town) is None
    assert best(near, town, town) is None, "half of what it says where two cases have it"


def test_nothing_in_common_is_no_case() -> None:
    assert best(Traits(), Traits(country="KZ")) is None
    assert CaseIndex({}).best(Traits(people=people("Natalia Sokolova"))) is None


@pytest.mark.parametrize(
    ("told", "known", "is_she"),
    [
        ("Наталью Соколову", "Natalia Sokolova", True),
        ("Натальей Соколовой", "Наталья Соколова", True),
        ("Розы Карабалаевой", "Roza Karabalaeva", True),
        ("Владимиром Козловым", "Vladimir Kozlov", True),
        ("محمد حسن", "Muhammad Hassan", True),
        ("Наталью Соколову", "Nina Sokolova", False),
        ("Владимиром Козловым", "Viktor Kozlov", False),
    ],
)
def test_a_name_in_another_case_or_script_counts(told: str, known: str, is_she: bool) -> None:
    assert (best(Traits(people=people(told)), Traits(people=people(known))) is not None) is is_she


def _all(people: Mapping[int, list[str]], marks: Iterable[Mark]) -> list[int]:
    return list({*people, *(pk for mark in marks for pk in mark.cases)})


def _drawn(drawn: random.Random) -> Traits:
    def some(most: int) -> dict[str, str]:
        return {word: word for word in drawn.sample("abcdefgh", drawn.randrange(most))}

    named = drawn.sample(
        ["Natalia Sokolova", "Akzhanat Aminov", "Roza Karabalaeva"], drawn.choice((0, 0, 1, 2))
    )
    days = (734_000 + drawn.randrange(90),)
    return Traits(
        people(*named),
        some(4),
        some(3),
        some(3),
        some(3),
        drawn.choice(("KZ", "LV")),
        frozenset(some(2)),
        days,
    )


@pytest.mark.parametrize("seed", range(40))
def test_a_case_that_is_not_weighed_could_not_have_been_it(
    seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn = random.Random(seed)
    index, reports = CaseIndex({pk: _drawn(drawn) for pk in range(12)}), [_drawn(drawn) for _ in range(10)]
    found = [index.best(report) for report in reports]
    assert any(found)
    monkeypatch.setattr(match_score, "_likely", _all)
    assert [index.best(report) for report in reports] == found
