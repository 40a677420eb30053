"""Names of people who do not exist."""

from dataclasses import dataclass
from random import Random

from tocsin.language.person_names import regions

MIXED, DOUBLED, INITIALLED = 0.35, 0.15, 0.08
_PARTICLES = {
    "arab": ("al-", "ben ", "El "),
    "dutch": ("van ", "de ", "van der "),
    "portuguese": ("da ", "dos ", "de "),
}
_VOWELS = frozenset("aeiouyáéíóúâêôãõäöüåøæœèàìòùïëаеиоуыэюяёı")
_HAN = "\u3400"


@dataclass(frozen=True)
class Invented:
    given: str
    family: str

    def written(self, form: str) -> str:
        """In one of the forms that `grow` lists; the full name for an empty form."""
        if self.family[:1] >= _HAN:
            return self.family + self.given
        forms = {
            "": f"{self.given} {self.family}", "s": self.family, "g": self.given,
            "u": f"{self.given} {self.family}".upper(), "r": f"{self.family} {self.given}",
            "i": f"{self.given[0]}. {self.family}",
        }  # fmt: skip
        return (
            forms[form]
            if form in forms
            else " ".join(decline(part, form) for part in (self.given, self.family))
        )


def invent(region: str, random: Random) -> Invented:
    given, family = regions()[region]
    first, last = _name(given, random), _name(family, random)
    if random.random() < DOUBLED and region != "han":
        first = f"{first} {random.choice(given)}"
    elif random.random() < INITIALLED and region != "han":
        first = f"{first} {random.choice(given)[0]}."
    if region in _PARTICLES and random.random() < DOUBLED:
        last = random.choice(_PARTICLES[region]) + last
    if region in ("spanish", "portuguese") and random.random() < 0.5:
        last = f"{last} {random.choice(family)}"
    return Invented(*_agreeing(first, last)) if region == "russian" else Invented(first, last)


def _name(names: tuple[str, ...], random: Random) -> str:
    """One of the list, or the beginning of one and the end of another, so that no model learns the list by heart."""
    one = random.choice(names)
    if random.random() >= MIXED or " " in one or len(one) < 4:
        return one
    other = random.choice(
        [name for name in names if len(name) > 3 and " " not in name and "-" not in name] or names
    )
    head, tail = one[: _cut(one)], other[_cut(other) :]
    return head + tail.lower() if len(head + tail) > 3 else one


def _cut(name: str) -> int:
    """Before the last syllable."""
    vowels = [
        place for place, letter in enumerate(name.lower()) if letter in _VOWELS and place < len(name) - 2
    ]
    return vowels[-1] if vowels and vowels[-1] > 0 else len(name) // 2


def _agreeing(given: str, family: str) -> tuple[str, str]:
    """Russian surnames tell man from woman."""
    is_woman = given.split()[0][-1] in "ая" and given.split()[0] not in ("Никита", "Илья")
    bare = family.removesuffix("а") if family.endswith(("ова", "ева", "ёва", "ина")) else family
    return given, f"{bare}а" if is_woman and bare.endswith(("ов", "ев", "ёв", "ин")) else bare


_CASES = {
    "gen": {"ова": "овой", "ева": "евой", "ёва": "ёвой", "ина": "иной", "а": "ы", "я": "и", "й": "я", "ь": "я", "": "а"},
    "dat": {"ова": "овой", "ева": "евой", "ёва": "ёвой", "ина": "иной", "а": "е", "я": "е", "й": "ю", "ь": "ю", "": "у"},
    "acc": {"ова": "ову", "ева": "еву", "ёва": "ёву", "ина": "ину", "а": "у", "я": "ю", "й": "я", "ь": "я", "": "а"},
    "ins": {
        "ова": "овой", "ева": "евой", "ёва": "ёвой", "ина": "иной", "а": "ой", "я": "ей", "й": "ем", "ь": "ем",
        "ов": "овым", "ев": "евым", "ёв": "ёвым", "ин": "иным", "": "ом",
    },
}  # fmt: skip


def decline(word: str, case: str) -> str:
    """A Russian name in another case; names in -о, -е, -и and -у stay as they are."""
    if word[-1] in "оеиуэю.":
        return word
    ending = next(end for end in sorted(_CASES[case], key=len, reverse=True) if word.endswith(end))
    return word[: len(word) - len(ending)] + _CASES[case][ending]
