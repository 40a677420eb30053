"""Appeals to read against the clock: the project's own sample texts, shuffled so that no two are alike."""

import random
import re
from importlib import resources

SIZE = 3_000  # characters, a usual appeal
_NUMBER = re.compile(r"\d")


def appeals(count: int, size: int = SIZE) -> list[str]:
    """Texts of about `size` characters made of sample paragraphs in another order, with other figures in them."""
    folder = resources.files("tocsin.reports").joinpath("sample")
    texts = [entry.read_text(encoding="utf-8") for entry in folder.iterdir() if entry.name.endswith(".txt")]
    paragraphs = [part for text in sorted(texts) for part in text.split("\n\n") if part.strip()]
    return [_appeal(paragraphs, size, random.Random(seed)) for seed in range(count)]


def _appeal(paragraphs: list[str], size: int, chance: random.Random) -> str:
    chosen: list[str] = []
    length = 0
    while length < size:
        part = _NUMBER.sub(lambda _: str(chance.randint(1, 9)), chance.choice(paragraphs))
        chosen.append(part[: size - length])
        length += len(chosen[-1]) + 2
    return "\n\n".join(chosen)
