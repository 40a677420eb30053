"""Invented words and names, the same in each run, in scripts that are searched in different ways."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate
from random import Random

VOCABULARY = 20_000  # words of a language; the commonest stands in every report, the rarest in one or none
SPELLINGS = (
    ("Karabalaeva", "Карабалаева", "Qarabalaeva"),
    ("Tulegenova", "Тулегенова", "Tulegenowa"),
    ("Marwedin", "Марведин", "مرودين"),
    ("Zhumashev", "Жумашев", "Schumaschew"),
    ("Yusupkhalil", "Юсупхалил", "يوسفخليل"),
    ("Čermakova", "Чермакова", "Tschermakowa"),
)
GIVEN = ("Asel", "Bekzat", "Daria", "Emil", "Farida", "Gulnar", "Iskander", "Lena", "Marat", "Nadia")


@dataclass(frozen=True)
class Tongue:
    """`share` of a hundred reports; words are made of `letters` by twos, with `between` them."""

    language: str
    share: int
    letters: tuple[str, str]
    between: str = " "


TONGUES = (
    Tongue("en", 60, ("bcdfghklmnprstvz", "aeiou")),
    Tongue("ru", 25, ("бвгдзклмнпрстх", "аеиоуя")),
    Tongue("ar", 10, ("بتجدرسشعفقكلمن", "اويه")),
    Tongue("zh", 5, ("工人被捕示威城市律师法院", "的在了是我他们不这有"), between=""),
)


def vocabulary(tongue: Tongue, size: int = VOCABULARY) -> list[str]:
    """Distinct words of four to eight letters, commonest first; of Chinese, two to four."""
    chance, found = Random(tongue.language), dict[str, None]()
    first, second = tongue.letters
    longest = 4 if tongue.between else 2
    while len(found) < size:
        word = "".join(
            chance.choice(first) + chance.choice(second) for _ in range(chance.randint(1, longest))
        )
        # Chinese has fewer words of that length than are asked for: its longer ones are made of more.
        found[word if word not in found else word + chance.choice(first)] = None
    return list(found)


def weights(size: int) -> list[float]:
    """By Zipf's law, added up as `random.choices` wants them."""
    return list(accumulate(1 / rank for rank in range(1, size + 1)))


def people(chance: Random) -> Iterator[str]:
    """Names without end. One in twenty bears one of the few known ones, in any of its spellings."""
    first, second = TONGUES[0].letters
    while True:
        if chance.random() < 0.05:
            family = chance.choice(chance.choice(SPELLINGS))
        else:
            family = "".join(chance.choice(first) + chance.choice(second) for _ in range(3)).title() + "nov"
        yield f"{chance.choice(GIVEN)} {family}"
