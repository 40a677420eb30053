"""One person's name printed with one vowel wrong in one of its words: 'Marven Tellow' and 'Marvan Tellow'."""

from tocsin.language.place_names import plain_name

SHORTEST = 5  # letters; shorter names differ in one vowel and are other people's: 'Omar' and 'Omer'
_VOWELS = frozenset("aeiouy")


def is_slip_of(one: str, other: str) -> bool:
    """Word for word the same, but for one vowel inside a long word, never its last letter: 'Maria' is not 'Mario'."""
    a, b = one.split(), other.split()
    if len(a) != len(b) or len(a) < 2:
        return False
    unlike = [
        (plain_name(x), plain_name(y)) for x, y in zip(a, b, strict=True) if plain_name(x) != plain_name(y)
    ]
    return len(unlike) == 1 and _is_one_vowel(*unlike[0])


def _is_one_vowel(a: str, b: str) -> bool:
    if len(a) != len(b) or len(a) < SHORTEST or a[-1] != b[-1]:
        return False
    unlike = [(x, y) for x, y in zip(a, b, strict=True) if x != y]
    return len(unlike) == 1 and _VOWELS.issuperset(unlike[0])
