"""What is unusual, and what only looks like much."""

from tocsin.delivery.alarms.burst import Burst, of_actions, of_domains


def came(number: int, domain: str = "union.example", action: int = 1) -> list[tuple[int, str]]:
    return [(action, domain)] * number


def test_ten_times_as_many_as_in_a_usual_window() -> None:
    day = came(1_440)  # ten in each of 144 windows
    assert list(of_actions(came(99), day, 144)) == []
    assert list(of_actions(came(100), day, 144)) == [Burst(1, "", 100, 10)]
    assert list(of_actions(came(500), came(7_344), 144)) == []


def test_few_are_no_burst_even_where_nobody_ever_wrote() -> None:
    assert list(of_actions(came(99), [], 144)) == []
    assert list(of_actions(came(100), [], 144)) == [Burst(1, "", 100, 0)]


def test_each_action_is_held_against_its_own_day() -> None:
    now = [*came(120), *came(120, action=2)]
    assert [burst.action for burst in of_actions(now, came(14_400), 144)] == [2]


def test_a_domain_with_more_than_five_times_its_share() -> None:
    day = [*came(900, "mail.example"), *came(90, "union.example")]
    now = [*came(70, "mail.example"), *came(30, "throwaway.example")]
    assert [(burst.about, burst.letters) for burst in of_domains(now, day)] == [("throwaway.example", 30)]


def test_a_large_provider_is_large_in_a_spike_too() -> None:
    day = [*came(60, "mail.example"), *came(40, "union.example")]
    assert list(of_domains([*came(6_000, "mail.example"), *came(4_000, "union.example")], day)) == []


def test_a_new_installation_takes_its_first_writers_for_no_burst() -> None:
    mixed = [*came(40, "mail.example"), *came(30, "post.example"), *came(30, "union.example")]
    assert list(of_domains(mixed, [])) == []
    assert [burst.about for burst in of_domains(came(30, "throwaway.example"), [])] == ["throwaway.example"]


def test_a_class_at_one_school_is_no_burst() -> None:
    assert list(of_domains([*came(19, "school.example"), *came(5, "mail.example")], [])) == []
