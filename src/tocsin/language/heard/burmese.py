"""Burmese names: Kyaw or Gyaw, Htun or Tun, Hlaing or Hline, Thein or Thain are one name each.

A syllable is a consonant with its medials and a rhyme; the rhymes are those of the MLC's table, in classes wide enough for what
people print on cards. Tones are not written in Latin letters.
"""

import re
from functools import lru_cache

from .script import Script, respelt, spellings

# A consonant begins a syllable, unless it is killed or stands below another.
_BEGINS = re.compile(r"(?<!\u1039)(?=[\u1000-\u102a\u103f](?![\u103a\u1039]))")
_PARTS = re.compile(r"(?P<first>[\u1000-\u102a\u103f])(?P<medials>[\u103b-\u103e]*)(?P<rhyme>.*)", re.DOTALL)
_TONES = re.compile("[\u1037\u1038]")  # one of them may stand before the sign that kills a consonant
_CONSONANTS = {
    **dict.fromkeys("ကခဂဃ", "K"), "င": "G", **dict.fromkeys("စဆဇဈ", "S"), **dict.fromkeys("ညဉ", "NY"),
    **dict.fromkeys("ဋဌဍဎတထဒဓ", "T"), **dict.fromkeys("ဏန", "N"), **dict.fromkeys("ပဖဗဘ", "P"), "မ": "M",
    **dict.fromkeys("ယရ", "Y"), **dict.fromkeys("လဠ", "L"), "ဝ": "W", **dict.fromkeys("သဿ", "Q"), "ဟ": "H", "အ": "",
}  # fmt: skip
# Vowels that are letters of their own, mostly the whole syllable.
_ALONE = {"ဣ": "I", "ဤ": "I", "ဥ": "U", "ဦ": "U", "ဧ": "E", "ဩ": "8", "ဪ": "8"}
# What stands behind the consonant, without its tone; the first that fits. 1 to 8 are classes of rhymes, T a stop, N a nasal.
_RHYMES = (
    ("ောင်", "1N"), ("ိုင်", "2N"), ("ိန်|ိမ်|ိံ", "2N"), ("ုန်|ုမ်|ုံ|ွန်|ွမ်|ွံ", "3N"), ("င်|ဉ်", "IN"), ("န်|မ်|ံ|ဏ်", "AN"),
    ("ောက်", "5T"), ("ိုက်", "6T"), ("ိတ်|ိပ်", "6T"), ("ုတ်|ုပ်|ွတ်|ွပ်", "7T"), ("က်", "ET"), ("စ်", "IT"), ("တ်|ပ်", "AT"),
    ("ည်", "I"), ("ယ်|ဲ", "E"), ("ော်?", "8"), ("ို", "O"), ("ေ", "E"), ("ီ|ိ", "I"), ("ူ|ု", "U"),
)  # fmt: skip
_PATTERNS = tuple((re.compile(written), heard) for written, heard in _RHYMES)
# In this order. Capitals and digits are done.
_SPELLINGS = spellings(
    (r"[^a-z]", ""), (r"nt(?![aeiouhwy])", "n"), (r"ht", "t"), (r"sh", "X"), (r"th", "Q"), (r"ky|khy|gy|ch|j", "C"),
    (r"(?:(?<=^)|(?<=[^aeiou]))h(?=[pkstlmnwz])", ""), (r"(?<=[pkgsz])h", ""),
    (r"aung", "1N"), (r"aing|ine|ain|ein|ane", "2N"), (r"ou?ng?|ohn|own|o?on|un", "3N"),
    (r"(?:au|ou)k", "5T"), (r"(?:ai|ei|i)k|(?:ai|ei|a)te?(?<=te|it)", "6T"), (r"(?:o|u|ou|oa)(?:t|ke?)(?![aeiouwy])", "7T"),
    (r"ng(?=[aeiouw])", "G"), (r"(?<=[aei])(?:ng|n|m)(?![aeiouwy])", "N"),
    (r"(?<=[aei])[tkp](?![aeiouwyh])", "T"),
    (r"[gk]", "K"), (r"[bpf]", "P"), (r"[td]", "T"), (r"[sz]", "S"), (r"r", "y"), (r"[xv]", ""),
    (r"aye|ay|ai|ae|ei|eh|ey", "E"), (r"aw|au|or", "8"), (r"ee|ie|i", "I"), (r"oo|uu|u", "U"), (r"oe|oh|o", "O"),
    (r"ah|a", "A"), (r"e", "E"), (r"y(?=$)", "I"),
)  # fmt: skip


def _in_latin(word: str) -> str:
    return respelt(word, _SPELLINGS)


def _syllables(word: str) -> list[str]:
    return [syllable for syllable in _BEGINS.split(_TONES.sub("", word)) if syllable]


def _written(word: str) -> frozenset[str]:
    return frozenset(["".join(map(_heard, _syllables(word))).lower()])


@lru_cache(4096)
def _heard(syllable: str) -> str:
    parts = _PARTS.match(syllable)
    if parts is None:
        return ""
    rhyme = _rhyme(("ွ" if "ွ" in parts["medials"] else "") + parts["rhyme"])
    if parts["first"] in _ALONE:
        return _ALONE[parts["first"]] + (rhyme if rhyme != "A" else "")
    is_w = "ွ" in parts["medials"] and not rhyme.startswith(("3", "7"))
    return _initial(parts["first"], parts["medials"]) + ("W" if is_w else "") + rhyme


def _initial(first: str, medials: str) -> str:
    """With y or r below it a k is a ch; h below it is heard in ရှ and ယှ alone, which are sh."""
    consonant, has_y = _CONSONANTS.get(first, ""), "ျ" in medials or "ြ" in medials
    if "ှ" in medials and (consonant == "Y" or (consonant == "L" and has_y)):
        return "X"
    return {"K": "C"}.get(consonant, consonant + "Y") if has_y else consonant


def _rhyme(written: str) -> str:
    """`written` begins with the w, which some rhymes take up; a killed letter that no rhyme has is silent."""
    return next((heard for pattern, heard in _PATTERNS if pattern.search(written)), "A")


BURMESE = Script(
    mark="7",
    letters=re.compile(r"[\u1000-\u109f]+"),
    written=_written,
    latin=_in_latin,
    has_no_spaces=True,
    syllables=_syllables,
)
