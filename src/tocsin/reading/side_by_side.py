"""People named side by side, in a sentence or line under line: they mostly share one fate."""

import re

from tocsin.language.lexicon import Lexicon
from tocsin.reading.dossiers import Dossier, Mention

LONGEST_NOTE, LONGEST_ITEM = 25, 90
_JOINED = re.compile(r"^\s*(?:\([^)]*\)\s*)?(?:[,;、&]|及|和|与|\b(?:and|or|y|e|et|und|и|i|a|og)\b)")
_NO_WORD = re.compile(r"^\W*$")


def rows_of(dossiers: list[Dossier], words: Lexicon) -> list[list[Dossier]]:
    """Each row in the order of the text; whoever stands alone is in none, office holders neither."""
    named = sorted(
        ((m.index, m.name.start, d.number, m, d) for d in dossiers for m in d.mentions if not d.offices),
        key=lambda one: one[:3],
    )
    rows: list[list[Dossier]] = []
    before: Mention | None = None
    for *_, mention, dossier in named:
        if before is not None and _is_beside(before, mention, words):
            rows[-1].append(dossier)
        else:
            rows.append([dossier])
        before = mention
    return [row for row in rows if len({dossier.number for dossier in row}) > 1]


def _is_beside(first: Mention, second: Mention, words: Lexicon) -> bool:
    if first.index == second.index:
        between = first.marked.text[first.name.end : second.name.start]
        is_kin = "kin" in words.cues("callings").codes(between)  # 'Jane Roe, daughter of John Roe'
        return len(between) <= LONGEST_NOTE and _JOINED.match(between) is not None and not is_kin
    if second.index != first.index + 1 or not _begins(second):
        return False
    rest = first.marked.text[first.name.end :].strip()
    return rest in (",", ";", "、") or (_begins(first) and _is_item(first) and _is_item(second))


def _begins(mention: Mention) -> bool:
    return (
        _NO_WORD.match(re.sub(r"^\W*\d{1,3}(?:[.)]|\s{2,})", "", mention.marked.text[: mention.name.start]))
        is not None
    )


def _is_item(mention: Mention) -> bool:
    return len(mention.marked.text) <= LONGEST_ITEM
