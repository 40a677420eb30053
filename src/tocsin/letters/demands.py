"""Demands as an appeal words them, and as a letter asks for them."""

import re
from collections.abc import Iterable, Sequence

from tocsin.letters.plain_text import one_line, phrase, sentence
from tocsin.letters.rewording import reworded
from tocsin.letters.words import Words, letter_words

_BULLET = re.compile(r"^(?:[-–—*•·►▪]\s*|\(?\d{1,2}[.)]\s+|\(?[a-z]\)\s+)+")
_ROLE_WORDS = 5


def demand_wording(text: str, names: Iterable[str] = (), language: str = "en") -> str:
    """'- calling for the release of their lawyer N. S.;' -> 'the release of N. S.' where N. S. is one of `names`."""
    words = letter_words(language)
    plain = phrase(_BULLET.sub("", one_line(text)).rstrip(" :;,"))
    plain = reworded(plain, words["demand_wordings"]) or plain
    for name in names:
        plain = _without_possessive(plain, name, words)
    return plain


def each_once(demands: Iterable[str]) -> list[str]:
    """Those that repeat another become one, where the first stood: 'the release of X' and 'the release of X, the lawyer'
    are the second.
    """
    once: list[str] = []
    for wording in demands:
        same = next((n for n, other in enumerate(once) if _repeats(wording, other)), None)
        if same is None:
            once.append(wording)
        else:
            once[same] = max(once[same], wording, key=len)
    return once


def _repeats(wording: str, other: str) -> bool:
    short, long = sorted((wording.casefold(), other.casefold()), key=len)
    return long == short or long.startswith(f"{short}, ")


def asked_for(demands: Sequence[str], language: str) -> str:
    """One sentence for one demand, a list for several."""
    words = letter_words(language)["demands"]
    kinds = [_kind(demand, letter_words(language)) for demand in demands]
    lines = [_begun(phrase(d), kind) for d, kind in zip(demands, kinds, strict=True)]
    if "other" in kinds:
        return _listed(words["others" if len(lines) > 1 else "other"], [sentence(line) for line in lines])
    if len(lines) == 1:
        return sentence(words[kinds[0]].format(demand=lines[0]))
    if len(set(kinds)) == 1:
        return _listed(words[f"{kinds[0]}s"], lines)
    mixed = [words[f"mixed_{kind}"].format(demand=line) for line, kind in zip(lines, kinds, strict=True)]
    return _listed(words["mixed"], mixed)


def stands_alone(demand: str, words: Words) -> bool:
    """'the release of N. S.' can stand alone, as in a subject; 'that they stop' cannot."""
    return _kind(demand, words) in ("thing", "other")


def _kind(demand: str, words: Words) -> str:
    begins = words["demands"]
    kinds = (kind for kind in ("thing", "clause", "act") if _first_word(demand) in begins[f"{kind}s_begin"])
    return next(kinds, "other")


def _first_word(text: str) -> str:
    return one_line(text).split(" ")[0].casefold()


def _begun(demand: str, kind: str) -> str:
    """A list goes on with the sentence before it: 'I ask for: - the release of ...'."""
    return demand if kind == "other" else demand[:1].lower() + demand[1:]


def _listed(heading: str, lines: Sequence[str]) -> str:
    return "\n".join([heading, *(f"- {line}" for line in lines)])


def _without_possessive(text: str, name: str, words: Words) -> str:
    whose = "|".join(re.escape(word) for word in words["possessives"])
    role = rf"\b(?:{whose})\s+(?:[\w'’-]+\s+){{0,{_ROLE_WORDS}}}"
    return re.sub(role + rf"(?={re.escape(name)}(?!\w))", "", text)
