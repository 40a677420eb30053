"""Names of countries with one slip of the pen: a letter too many, too few, another one, or two that changed places."""

from tocsin.language.place_index import mistyped_names, place_names

_SHORTEST = 6
_LONGEST = 40
_SURE = 8


def meant_by_mistyped(key: str) -> tuple[str, ...]:
    """The countries whose names are one slip away from a key."""
    return tuple(
        sorted({value[1:] for name in _near(key) if (value := place_names().get(name)) and value[0] == "c"})
    )


def is_clear(key: str) -> bool:
    """Whether a slip in so long a word can hardly be a word of its own: 'Isreal' and 'Kazahkstan', but not 'fiance'."""
    return len(key) >= _SURE or any(_is_exchange_or_double(key, name) for name in _near(key))


def shortened(key: str) -> list[str]:
    """A key whole, and with one letter left out."""
    return [key, *(key[:at] + key[at + 1 :] for at in range(len(key)))]


def is_one_slip(written: str, meant: str) -> bool:
    """Whether one insertion, omission, replacement or exchange of neighbours leads from one word to the other."""
    a, b = _differing(written, meant)
    return a[1:] == b or a == b[1:] or (a[1:] == b[1:] and a != b) or (len(a) > 1 and a[1::-1] + a[2:] == b)


def _near(key: str) -> set[str]:
    if not _SHORTEST <= len(key) <= _LONGEST:
        return set()
    near = {name for form in shortened(key) for name in (mistyped_names().get(form) or "").split("|") if name}
    return {name for name in near if is_one_slip(key, name)}


def _is_exchange_or_double(written: str, meant: str) -> bool:
    a, b = _differing(written, meant)
    if len(written) == len(meant):
        return a[1:] != b[1:]
    longer, shorter = (written, meant) if len(written) > len(meant) else (meant, written)
    at = len(longer) - max(len(a), len(b))
    return longer[at : at + 1] == longer[at - 1 : at] and longer != shorter


def _differing(written: str, meant: str) -> tuple[str, str]:
    """What is left of both behind the letters that they begin with alike."""
    at = 0
    while at < min(len(written), len(meant)) and written[at] == meant[at]:
        at += 1
    return written[at:], meant[at:]
