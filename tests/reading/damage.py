"""Appeals spoilt in every way that mail, copying and bad luck spoil them; the same seed spoils the same way."""

import random
from pathlib import Path

CORPUS = Path(__file__).resolve().parent.parent / "corpus"
STRAY = (
    "\u00a0", "\u00ad", "\u200b", "\ufeff", "\u202e", "\ue000", "\ufffd", "e\u0301", "\x00", "\r", "\x0c", "\u2028",
    "[email protected]", "(at)", "+7 (095) 123-45", "((((", "))))", "''''", '"', "«", "：", "、", "99999999999999999999",
    "31.02.2011", "0/0/00", "XXXX", "....", "A. B. C. D.", "cc:", "To:", ">>>", "\t|\t", "<b>", "&amp;", "%s", "{}", "\\",
    "𐍈", "🏴", "ﷺ", "İ", "ǅ", "ß", "Å", "한국", "مصر", "ไทย",
)  # fmt: skip


def originals() -> list[str]:
    return [path.read_text(encoding="utf-8") for path in sorted(CORPUS.glob("*.txt"))]


def spoilt(texts: list[str], seed: int, longest: int = 2000) -> bytes:
    """One input: pieces of texts cut, doubled, swapped and strewn with strays, now and then in another charset."""
    chance = random.Random(seed)
    text = _piece(chance.choice(texts), chance, longest)
    for _ in range(chance.randint(1, 8)):
        text = chance.choice(WAYS)(text, texts, chance)[: 2 * longest]
    charset = chance.choice(("utf-8",) * 6 + ("utf-16", "cp1251", "cp1252", "latin-1"))
    data = text.encode(charset, errors="replace")
    if chance.random() < 0.1 and data:
        at = chance.randrange(len(data))
        data = data[:at] + chance.randbytes(4) + data[at + 4 :]
    return data


def _piece(text: str, chance: random.Random, longest: int) -> str:
    start = chance.randrange(len(text))
    return text[start : start + chance.randint(1, longest)]


def _strewn(text: str, texts: list[str], chance: random.Random) -> str:
    at = chance.randint(0, len(text))
    return text[:at] + chance.choice(STRAY) * chance.randint(1, 5) + text[at:]


def _cut(text: str, texts: list[str], chance: random.Random) -> str:
    start = chance.randint(0, len(text))
    return text[:start] + text[start + chance.randint(0, 60) :]


def _doubled(text: str, texts: list[str], chance: random.Random) -> str:
    piece = _piece(text or " ", chance, 120)
    return text + piece * chance.randint(1, 12)


def _joined(text: str, texts: list[str], chance: random.Random) -> str:
    return text + _piece(chance.choice(texts), chance, 600)


def _shouted(text: str, texts: list[str], chance: random.Random) -> str:
    return chance.choice((str.upper, str.lower, str.title, str.swapcase))(text)


def _unbroken(text: str, texts: list[str], chance: random.Random) -> str:
    return text.replace(chance.choice("\n .,:"), chance.choice(("", " ", "\n", "\n\n")))


WAYS = (_strewn, _strewn, _cut, _cut, _doubled, _joined, _shouted, _unbroken)
