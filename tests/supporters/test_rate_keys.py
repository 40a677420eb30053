"""Counting without keeping: what was counted cannot be read back, and is gone with the hour."""

from concurrent.futures import ThreadPoolExecutor

from tocsin.supporters.rate_keys import HOUR, RateKeys


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


def test_each_thing_is_counted_for_itself() -> None:
    keys = RateKeys()
    assert [keys.count("network", "192.0.2.1") for _ in range(3)] == [1, 2, 3]
    assert keys.count("network", "192.0.2.2") == 1
    assert keys.count("mailbox", "192.0.2.1") == 1
    assert keys.count("a", "b", "c") == keys.count("a", "b\0c") - 1


def test_after_an_hour_nothing_is_known() -> None:
    clock = Clock()
    keys = RateKeys(clock)
    assert [keys.count("network", "192.0.2.1") for _ in range(2)] == [1, 2]
    clock.now = HOUR
    assert keys.count("network", "192.0.2.1") == 1


def test_neither_address_nor_mailbox_stands_in_memory() -> None:
    keys = RateKeys()
    keys.count("mailbox", "sam@supporters.example")
    assert b"sam" not in repr(vars(keys)).encode()


def test_many_threads_lose_no_count() -> None:
    keys = RateKeys()
    with ThreadPoolExecutor(8) as pool:
        counts = list(pool.map(lambda _: keys.count("network", "192.0.2.1"), range(2000)))
    assert sorted(counts) == list(range(1, 2001))
