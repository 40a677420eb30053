"""Whether a trigger reports something, or wishes, denies or supposes it."""

import re

from tocsin.language.lexicon import Lexicon
from tocsin.language.phrases import Hit
from tocsin.reading.marks import Marked

REACH = 90
_PART = re.compile(r"[;:]")
PLANS = frozenset(
    {
        "march_rally", "picket", "sit_down_protest", "protest_camp", "day_of_action", "road_blockade", "strike",
        "symbolic_stoppage", "hunger_strike", "execution", "trial_hearing", "deportation", "press_conference",
    }
)  # fmt: skip
WAYS_TO_DEMAND = PLANS | {"self_harm_protest", "assembly_blocked", "dispersal"}
ENDED = frozenset(
    {"charge_brought", "emergency_declared", "media_ban"}
)  # 'drop the charges' says that there are
NEGATIVE_BY_NATURE = frozenset(
    {
        "medical_care_denied", "lawyer_or_visit_denied", "complaint_refused", "no_answer", "official_denial",
        "enforced_disappearance", "assembly_blocked", "union_not_recognised", "incommunicado_detention",
    }
)  # fmt: skip


def is_reported(marked: Marked, hit: Hit, words: Lexicon) -> bool:
    """Looks back from the trigger to the nearest clause that speaks of facts again ('who', 'after')."""
    if hit.code == "siege_blockade":
        return True  # whoever asks to lift a siege says that there is one
    before = marked.text[max(0, hit.start - REACH) : hit.start]
    before = _PART.split(before)[-1]
    real_again = max((h.end for h in words.cues("again_real").find(before)), default=0)
    clause = before[real_again:]
    offset = hit.start - len(clause)
    doubts = _doubts(marked, clause, offset, words)
    if "lifted" in doubts and hit.code in ENDED:
        return True  # nor does 'refuses to drop the charges'
    for code in doubts:
        if code == "wished" or (code == "demanded" and hit.code not in WAYS_TO_DEMAND):
            return False
        if code in ("supposed", "called") and hit.code not in PLANS:
            return False
        if code == "lifted":
            return False
        if code == "negated" and hit.code not in NEGATIVE_BY_NATURE and _is_close(clause, words):
            return False
    return True


def _doubts(marked: Marked, clause: str, offset: int, words: Lexicon) -> list[str]:
    """The codes of `not_happened` in the clause; 'May' in a date is not the verb."""
    hits = [
        hit
        for hit in words.cues("not_happened").find(clause)
        if not any(d.start <= offset + hit.start < d.end for d in marked.dates)
    ]
    return list(dict.fromkeys(hit.code for hit in hits))


def _is_close(clause: str, words: Lexicon) -> bool:
    """A 'not' further back than a few words belongs to something else."""
    ends = [h.end for h in words.cues("not_happened").find(clause) if h.code == "negated"]
    return bool(ends) and len(clause[max(ends) :].split()) <= 4
