"""How fast and how right places are found, numbers are read and routes are given, beside a dictionary and two packages."""

import csv
import sys
import time
from collections.abc import Callable, Iterator
from functools import cache, partial
from pathlib import Path
from random import Random
from statistics import median, quantiles

from tocsin.benches.country_names import asked, peers, translated_names
from tocsin.benches.fresh_process import fresh, measured
from tocsin.benches.result import Result
from tocsin.benches.timing import cpu_seconds, each, walls

DICTIONARY = "a plain dictionary of the same names"
PAIRS = "finding the offices of the pair alone"
FIELDS = "the tables split into fields, nothing made of them"
PARSING = "phonenumbers alone"
INTERPRETER = "an interpreter that starts and ends"
Row = dict[str, str]
Answers = Callable[[str], str]

_FIRST = "from tocsin.routing.worldwide import worldwide; worldwide('KZ', 'NO')"
_ALL = """
from tocsin.routing.shipped import exceptions_of, missions_of, senders
for sender in senders():
    missions_of(sender), exceptions_of(sender)
"""


def measure(quick: bool) -> Iterator[Result]:
    yield _start(3 if quick else 9)
    yield _whole_directory(1 if quick else 5)
    yield _routes(1_000 if quick else 10_000, rounds=3)
    yield _cases()
    yield _phones()
    yield from _names(2_000 if quick else 10_000, parts=4)
    yield from _hard_names()


def _start(times: int) -> Result:
    """Processor time without, wall time with what the interpreter itself takes to start."""
    code = measured(_FIRST)
    ours = walls([sys.executable, "-c", code], b"", times)
    bare = walls([sys.executable, "-c", "pass"], b"", times)
    seconds, peak = min(fresh(_FIRST) for _ in range(times))
    return Result(
        path="start: import and the first route, in a fresh process",
        ours_per_s=1 / median(ours),
        cpu_ms=seconds * 1000,
        limit=INTERPRETER,
        limit_per_s=1 / median(bare),
        p50_ms=median(ours) * 1000,
        p99_ms=max(ours) * 1000,
        peak_mb=peak,
    )


def _whole_directory(times: int) -> Result:
    from tocsin.routing.shipped.sources import TABLES
    from tocsin.routing.shipped.tables import split

    seconds, peak = min(fresh(_ALL) for _ in range(times))
    return Result(
        path="the whole directory taken into memory, in a fresh process",
        ours_per_s=1 / seconds,
        cpu_ms=seconds * 1000,
        limit=FIELDS,
        limit_per_s=1 / cpu_seconds(each(split, TABLES), times),
        peak_mb=peak,
    )


def _routes(count: int, rounds: int) -> Result:
    from tocsin.routing.shipped import senders
    from tocsin.routing.worldwide import missions_for, worldwide

    random, countries = Random(4), senders()  # the same pairs in each run
    pairs = [(random.choice(countries), random.choice(countries)) for _ in range(count)]
    for of in countries:  # the whole directory in memory
        worldwide(of, "NO")
    seconds = cpu_seconds(lambda: [worldwide(*pair) for pair in pairs], rounds)
    taken = [_milliseconds(partial(worldwide, *pair)) for pair in pairs]
    return Result(
        path="routes between two countries, the whole directory in memory",
        ours_per_s=count / seconds,
        cpu_ms=seconds / count * 1000,
        limit=PAIRS,
        limit_per_s=count / cpu_seconds(lambda: [missions_for(*pair) for pair in pairs], rounds),
        p50_ms=median(taken),
        p99_ms=quantiles(taken, n=100)[-1],
    )


def _milliseconds(work: Callable[[], object]) -> float:
    """Of processor time: on a busy machine the slowest of many would tell of the others."""
    started = time.process_time()
    work()
    return (time.process_time() - started) * 1000


def _cases() -> Result:
    """Sourced cases; right is the first office that is not in doubt, or none where none is known."""
    from tocsin.routing.worldwide import missions_for

    cases = rows("cases.csv")
    said = [first_mission(row) for row in cases]
    right = sum(answer == (row["code"], row["city"]) for row, answer in zip(cases, said, strict=True))
    wrong = sum(answer[0] not in ("", row["code"]) for row, answer in zip(cases, said, strict=True))
    seconds = cpu_seconds(lambda: [first_mission(row) for row in cases], 3)
    floor = cpu_seconds(lambda: [missions_for(row["of"], row["country"]) for row in cases], 3)
    return Result(
        path=f"{len(cases)} cases that a source decides",
        ours_per_s=len(cases) / seconds,
        cpu_ms=seconds / len(cases) * 1000,
        limit=PAIRS,
        limit_per_s=len(cases) / floor,
        right=right / len(cases),
        wrong=wrong / len(cases),
    )


def first_mission(case: Row) -> tuple[str, str]:
    """Reason and city of the first office abroad that is not in doubt; two empty strings where there is none."""
    from tocsin.routing.known_then import last_day
    from tocsin.routing.order import MISSION_CODES
    from tocsin.routing.worldwide import worldwide

    for step in worldwide(case["of"], case["country"], as_of=last_day(case["day"])).steps:
        if step.reason_code in MISSION_CODES and not step.office.doubt:
            return step.reason_code, step.office.city or ""
    return "", ""


def _phones() -> Result:
    """The numbers of the founding appeal, as they would be dialled today; right is also what is marked as past mending.

    One round each: what was read once is remembered.
    """
    numbers = rows("phones.csv")
    floor = [cpu_seconds(lambda: [_parsed(row) for row in numbers], 1) for _ in range(2)]
    seconds = cpu_seconds(lambda: [_dialled(row) for row in numbers], 1)
    said = [(_dialled(row), (row["e164"], row["repaired"])) for row in numbers]
    return Result(
        path=f"{len(numbers)} printed phone and fax numbers of 2011",
        ours_per_s=len(numbers) / seconds,
        cpu_ms=seconds / len(numbers) * 1000,
        limit=PARSING,
        limit_per_s=len(numbers) / min(floor),
        right=sum(got == expected for got, expected in said) / len(numbers),
        wrong=sum(got[0] not in ("", expected[0]) for got, expected in said) / len(numbers),
    )


def _dialled(row: Row) -> tuple[str, str]:
    """What would be dialled and what was mended; two empty strings where it is past mending."""
    from tocsin.language.phones import read_number

    number = read_number(row["as_written"], row["country"], row["city"])
    return (number.e164 or "", number.repaired or "") if number.valid else ("", "")


def _parsed(row: Row) -> bool:
    import phonenumbers

    try:
        number = phonenumbers.parse(row["as_written"], row["country"])
    except phonenumbers.NumberParseException:
        return False
    return bool(phonenumbers.is_valid_number(number))


def _names(count: int, parts: int) -> Iterator[Result]:
    """Each name is asked once, so that nobody's memory of it counts; the quickest part of them is told."""
    names = translated_names(count)
    table = {name.casefold(): name for name in names}
    ours = _seconds_each(asked, names, parts)
    floor = _seconds_each(lambda name: table.get(name.casefold(), ""), names, parts)
    for peer, answer in peers():
        theirs = _seconds_each(answer, names[: count // 10], 1) if answer else None
        yield Result(
            path=f"{len(names)} names of countries in many languages, each asked once",
            ours_per_s=1 / ours,
            cpu_ms=ours * 1000,
            limit=DICTIONARY,
            limit_per_s=1 / floor,
            peer=peer,
            peer_per_s=1 / theirs if theirs else None,
        )


def _seconds_each(answer: Answers, names: list[str], parts: int) -> float:
    answer("Norway")  # once to load what is loaded once
    split = [names[part::parts] for part in range(parts)]
    return min(cpu_seconds(each(answer, part), 1) / len(part) for part in split)


def _hard_names() -> Iterator[Result]:
    """Names as people write them: old ones, short ones, cities, and such as must be asked back. Each is asked once."""
    names = rows("names.csv")
    table = {row["name"].casefold(): row["expected"] for row in names}
    asks = [row["name"] for row in names]
    ours = _seconds_each(asked, asks, 1)
    floor = _seconds_each(lambda name: table.get(name.casefold(), ""), asks, 1)
    right, wrong = _shares(asked, names)
    for peer, answer in peers():
        theirs = _seconds_each(answer, asks, 1) if answer else None
        peer_right, peer_wrong = _shares(answer, names) if answer else (None, None)
        yield Result(
            path=f"{len(names)} names as people write them",
            ours_per_s=1 / ours,
            cpu_ms=ours * 1000,
            limit=DICTIONARY,
            limit_per_s=1 / floor,
            peer=peer,
            peer_per_s=1 / theirs if theirs else None,
            right=right,
            wrong=wrong,
            peer_right=peer_right,
            peer_wrong=peer_wrong,
        )


def _shares(answer: Answers, names: list[Row]) -> tuple[float, float]:
    """Right and wrong; silence is right where one must ask back, else neither."""
    said = [(answer(row["name"]) or "?", row["expected"]) for row in names]
    right = sum(got == expected for got, expected in said)
    wrong = sum(got not in (expected, "?") for got, expected in said)
    return right / len(said), wrong / len(said)


@cache
def _table(name: str) -> tuple[Row, ...]:
    text = Path(__file__).with_name(name).read_text(encoding="utf-8")
    return tuple(csv.DictReader(text.splitlines()))


def rows(name: str) -> list[Row]:
    """cases.csv, names.csv or phones.csv: what is asked beside what is right."""
    return list(_table(name))
