"""How long a Chinese name is: nothing parts it from what follows but that the name comes back and the rest does not."""

LONGEST_GIVEN = 2
# What ends a list or leads to a verb: 'and others', 'was', 'in' ...; no given name ends in these.
_AFTER_NAMES = frozenset(
    "等被在的与與和或及因说說是遭把将將给給之也还還都就从從该該表已曾于於以并並而但则則为為向"
)
# How words begin that say what somebody is: 'lawyer', 'Mr', 'madam' ...
_TITLES = frozenset("律先女老代主教记記作博牧工学學同委医醫局市省书書夫")


_OF_PLACES = frozenset("省市县縣区區镇鎮乡鄉")
_SHORT_OF_PLACES = 2


def is_of_a_place(text: str, start: int, end: int, places: frozenset[str]) -> bool:
    """'龙江佳' in '黑龙江佳木斯', '龙江省': the end of a longer place's name, or a kind of place."""
    if text[end - 1] in _OF_PLACES:
        return True
    return any(
        at >= 0 and at < end and at + len(place) > start and at < start
        for place in places
        if len(place) > _SHORT_OF_PLACES
        for at in [text.find(place, max(0, start - len(place)), end + len(place))]
    )


def name_end(text: str, start: int, end: int, whole: str, families: frozenset[str]) -> int | None:
    """Where the name that begins at `start` ends, at most at `end`; None where no family name stands there."""
    family = next((size for size in (2, 1) if text[start : start + size] in families), 0)
    if not family:
        return None
    longest = _without_tail(text, start + family, min(end, start + family + LONGEST_GIVEN))
    if longest == end and _goes_on(text, start + family, longest, whole):
        return longest + 1
    shorter = longest - 1
    if shorter - start > family and whole.count(text[start:shorter]) >= 2 * max(
        1, whole.count(text[start:longest])
    ):
        return shorter
    return longest if longest - start > family else None


def _without_tail(text: str, given: int, end: int) -> int:
    """'丁矛等' -> '丁矛'; quotes and blanks stand in no name."""
    for place in range(given, end):
        if (text[place] in _AFTER_NAMES and place > given) or not _is_han(text[place]):
            return place
    return end


def _goes_on(text: str, given: int, end: int, whole: str) -> bool:
    """'冯正' of '冯正虎': a mark follows the third character, it always follows, or says the second again ('李天天')."""
    following, after = text[end : end + 1], text[end + 1 : end + 2]
    if end - given != 1 or not _is_han(following) or following in _AFTER_NAMES:
        return False
    if following == text[given:end] or (after in _AFTER_NAMES or not _is_han(after)):
        return True
    name, longer = text[given - 1 : end], text[given - 1 : end + 1]
    return following not in _TITLES and whole.count(longer) == whole.count(name) > 1


def _is_han(character: str) -> bool:
    return "\u3400" <= character <= "\u9fff"
