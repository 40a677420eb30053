"""How large a picture is, by its header alone, before any program unpacks it."""

from tocsin.intake.errors import Damaged, Overblown

MOST_PIXELS = 40_000_000
_FRAMES = frozenset({*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC})
_ALONE = frozenset({0x01, *range(0xD0, 0xD8)})


def check_size(picture: bytes) -> None:
    """Raises `Overblown` or `Damaged`."""
    size = _png(picture) if picture.startswith(b"\x89PNG") else _jpeg(picture)
    if size is None or not all(size):
        raise Damaged("a picture that is damaged or cut short; save or photograph it again")
    if size[0] * size[1] > MOST_PIXELS:
        raise Overblown(
            f"a picture of {size[0] * size[1] // 1_000_000} megapixels, more than {MOST_PIXELS // 1_000_000};"
            " make it smaller and read that"
        )


def _png(picture: bytes) -> tuple[int, int] | None:
    if picture[12:16] != b"IHDR" or len(picture) < 33:
        return None
    return int.from_bytes(picture[16:20]), int.from_bytes(picture[20:24])


def _jpeg(picture: bytes) -> tuple[int, int] | None:
    """Walks the segments up to the first frame."""
    at = 2
    while at + 9 < len(picture) and picture[at] == 0xFF:
        marker = picture[at + 1]
        if marker in _FRAMES:
            return int.from_bytes(picture[at + 7 : at + 9]), int.from_bytes(picture[at + 5 : at + 7])
        if marker in _ALONE or marker == 0xFF:
            at += 1 if marker == 0xFF else 2
        else:
            at += 2 + max(2, int.from_bytes(picture[at + 2 : at + 4]))
    return None
