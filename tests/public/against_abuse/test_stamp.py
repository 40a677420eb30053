"""A page's stamp is ours, ages, and holds a riddle that is quick to check and takes a while to solve."""

import hashlib

import pytest
from tests.public.stamped import NORWAY, solved, stamp

from tocsin.delivery.take_letter import To
from tocsin.public.against_abuse.stamp import BITS, GOOD_FOR, Where, new_stamp, read_stamp


def test_it_tells_when_it_was_made() -> None:
    made = [read_stamp(stamp(ago)).made_at for ago in (0, 100)]
    assert 99 <= made[0] - made[1] <= 102


def test_no_two_pages_bear_the_same() -> None:
    assert new_stamp(NORWAY) != new_stamp(NORWAY)


def test_one_that_is_not_ours_is_none() -> None:
    for text in ("", "x", "a~b~c~d", "é~1~2", new_stamp(NORWAY) + "x", new_stamp(NORWAY)[1:]):
        assert read_stamp(text) is None


def test_one_that_is_too_old_is_none() -> None:
    assert read_stamp(stamp(GOOD_FOR + 10)) is None
    assert read_stamp(stamp(GOOD_FOR - 60))


def test_an_answer_makes_a_hash_that_begins_with_zeros() -> None:
    text = stamp()
    digest = hashlib.sha256(f"{text}:{solved(text)}".encode()).digest()
    assert f"{int.from_bytes(digest):0256b}".startswith("0" * BITS)


@pytest.mark.parametrize("answer", ["", "-1", "1.5", "٣", "9" * 21, "zero"])
def test_what_is_no_number_is_no_answer(answer: str) -> None:
    assert not read_stamp(stamp()).is_answered(answer)


def test_an_answer_to_one_riddle_is_none_to_another() -> None:
    one, other = stamp(), stamp(70)
    wrong = next(n for n in range(100) if not read_stamp(other).is_answered(str(n)))
    assert not read_stamp(other).is_answered(str(wrong))
    assert read_stamp(one).is_answered(solved(one))


@pytest.mark.parametrize("copies", [(), (To(4, 5),), (To(4, 5), To(6, 7))])
def test_it_says_where_the_letter_may_go(copies: tuple[To, ...]) -> None:
    where = Where(12, "GB", To(34, 56), copies)
    assert read_stamp(new_stamp(where)).where == where
