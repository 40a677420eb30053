"""'We call on all unions to condemn the arrests': asked of those who may read it, demanded of no office."""

from collections.abc import Iterator

from tocsin.language.lexicon import Lexicon
from tocsin.language.phrases import Hit

LETTER = "protest_letter"
BETWEEN = 2  # letters between the call and whom it calls


def calls_on_supporters(text: str, words: Lexicon) -> Iterator[Hit]:
    """From the call to the end of whom it calls; the code is what is asked of them, mostly no more than to do something."""
    called = list(words.cues("supporters").find(text))
    if not called:
        return
    for call in words.cues("calls_on").find(text):
        body = next((hit for hit in called if 0 <= hit.start - call.end < BETWEEN), None)
        if body is not None:
            yield Hit(body.code, call.start, body.end)


def for_an_office(text: str, asked: list[Hit], words: Lexicon) -> list[Hit]:
    """Without letters that are none: 'send this e-mail to all your friends', 'we ask all unions to condemn the arrests'."""
    if all(hit.code != LETTER for hit in asked):
        return asked
    passed_on = list(words.cues("passed_on").find(text))
    others = [*passed_on, *calls_on_supporters(text, words)]
    kept = [hit for hit in asked if hit.code != LETTER or not any(_share(hit, other) for other in others)]
    return [*kept, *passed_on]


def _share(a: Hit, b: Hit) -> bool:
    return a.start < b.end and b.start < a.end
