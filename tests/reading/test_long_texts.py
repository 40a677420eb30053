"""A text four times as long takes about four times as many steps: counted, not timed."""

import itertools
import sys
from collections.abc import Callable, Iterator
from random import Random
from types import FrameType

import pytest

from tocsin.benches.appeals import appeals
from tocsin.reading.read import read_text

SHORT, TIMES = 2_500, 4
SHORT_IN_FULL = 10_000  # under soak: what grows with its square shows more clearly
MOST = 6.0  # what is compared with so many before it at most grows until there are so many
SYLLABLES = [*map("".join, itertools.product("krmtnslpvdb", "aeiou"))]


def steps(text: str) -> int:
    """Calls of functions, ours and built-in ones, until a draft is there."""
    count = 0

    def one_more(frame: FrameType, event: str, arg: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(one_more)
    try:
        read_text(text, "long.txt", "2011-06-15")
    finally:
        sys.setprofile(None)
    return count


def _word(chance: Random) -> str:
    return "".join(chance.choice(SYLLABLES) for _ in range(chance.randint(3, 4))).capitalize()


def _name(chance: Random) -> str:
    return f"{_word(chance)} {_word(chance)}"


def _chronicle(chance: Random) -> Iterator[str]:
    """Other people and another day in each sentence."""
    while True:
        day = f"{chance.randint(1, 28)} May {chance.randint(1990, 2010)}"
        yield f"{_name(chance)}, a teacher, was arrested in Dhaka on {day}. "
        yield f"Police beat {chance.randint(3, 900)} workers, and {_name(chance)} was sentenced to six years. "
        yield f"{_name(chance)}'s lawyer said that he was released on {day}.\n\n"


def _addresses(chance: Random) -> Iterator[str]:
    """An office after another, none like the one before."""
    yield "Please write to:\n"
    while True:
        number = f"+44 20 7{chance.randint(100, 999)} {chance.randint(1000, 9999)}"
        yield f"Minister of {_word(chance)} {_name(chance)}\n{chance.randint(1, 99)} {_word(chance)} Street\n"
        yield f"Fax: {number}\nE-mail: {_word(chance).lower()}@example.org\n\n"


def _demands(chance: Random) -> Iterator[str]:
    while True:
        yield f"We demand that the authorities release {_name(chance)} and reopen the case of {_name(chance)}. "
        yield f"The Minister of {_word(chance)} said that {chance.randint(3, 900)} strikers were killed.\n"


def _list_of_names(chance: Random) -> Iterator[str]:
    yield "The following people were arrested:\n"
    for number in itertools.count(1):
        yield f"{number}. {_name(chance)}, {chance.randint(18, 80)}\n"


def _one_paragraph(chance: Random) -> Iterator[str]:
    """Lines broken by width, no blank line anywhere."""
    while True:
        yield f"the workers of {_word(chance)} went on strike and {_name(chance)} was beaten by\n"
        yield f"police on 5 June. Hundreds of them marched with {_name(chance)} to the\n"


def _refrain(chance: Random) -> Iterator[str]:
    """The same event, ask and demand again and again."""
    while True:
        yield "She was arrested on 5 June. Please write to the minister. We demand her release.\n"


def _sample(chance: Random) -> Iterator[str]:
    for seed in itertools.count():
        yield appeals(seed + 1)[seed] + "\n\n"


def _text(pieces: Iterator[str], length: int) -> str:
    written = ""
    while len(written) < length:
        written += next(pieces)
    return written


@pytest.mark.parametrize("length", [SHORT, pytest.param(SHORT_IN_FULL, marks=pytest.mark.soak)])
@pytest.mark.parametrize(
    "pieces",
    [
        _addresses,
        _demands,
        _list_of_names,
        _refrain,
        _sample,
        pytest.param(_chronicle, marks=pytest.mark.soak),
        pytest.param(_one_paragraph, marks=pytest.mark.soak),
    ],
)
def test_a_text_four_times_as_long_takes_four_times_the_steps(
    pieces: Callable[[Random], Iterator[str]], length: int
) -> None:
    texts = [_text(pieces(Random(1)), longer) for longer in (length, length * TIMES)]
    for text in texts:
        read_text(text, "long.txt", "2011-06-15")  # what is loaded once
    short, long = map(steps, texts)
    assert long < MOST * short
