"""What a letter on paper costs the warm child, in four scripts; beside the typesetter alone, and beside a fresh start each."""

import json
import resource
import tempfile
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from statistics import median

from tocsin.benches.result import Result
from tocsin.benches.timing import cpu_seconds
from tocsin.language.date_words import date_words
from tocsin.printing.envelopes import DIN_5008_B
from tocsin.printing.fonts import families, font_folders, missing_letters
from tocsin.printing.letter import LetterSheet, letters_data, print_letters
from tocsin.printing.sheet import set_sheet

LIMIT = "typst with the same words on a plain page"
PEER = "a typesetter started for each letter"
SIZE = 1_500  # characters, a usual letter
DAY = "2026-11-22"
ADDRESS = ("H.E. the Ambassador", "Embassy", "1 High Street", "London SW1A 1AA", "UNITED KINGDOM")
SENTENCES = {
    "en": "I ask you to release the lawyer at once and to let her see her family.",
    "ru": "Прошу вас немедленно освободить адвоката и дать ей встретиться с семьёй.",
    "ar": "أطلب منكم الإفراج فورًا عن المحامية والسماح لها بلقاء أسرتها.",
    "zh": "我请求您立即释放这位律师，并让她与家人见面。",
}
SCRIPTS = {"en": "Latin", "ru": "Cyrillic", "ar": "Arabic", "zh": "Chinese"}
_PLAIN = """#let d = json(bytes(sys.inputs.data))
#set page(paper: "a4")
#set text(font: d.families, size: 11pt, lang: d.language)
#for p in d.paragraphs { par(p) }
"""


def measure(quick: bool) -> Iterator[Result]:
    """One result a script whose fonts are installed."""
    rounds = 7 if quick else 40
    for language in SENTENCES:
        if not missing_letters(SENTENCES[language]):
            yield _letters(language, rounds, starts=1 if quick else 5)


def letter(language: str, number: int) -> LetterSheet:
    """A letter of `SIZE` characters in five paragraphs; another number is another letter, so that nothing is remembered."""
    words = SENTENCES[language]
    part = " ".join([words] * (SIZE // (5 * len(words)) + 1))[: SIZE // 5]
    paragraphs = tuple(f"{part} {number}.{n}" for n in range(5))
    return LetterSheet(language, ADDRESS, date_words(DAY, language), words[:40], paragraphs, name="A. B.")


def _letters(language: str, rounds: int, starts: int) -> Result:
    print_letters([letter(language, -1)], DIN_5008_B, DAY, "bench")  # once to load what is loaded once
    taken = [print_letters([letter(language, n)], DIN_5008_B, DAY, "bench").cpu_ms for n in range(rounds)]
    ours = median(taken)
    return Result(
        path=f"letter of {SIZE} characters to PDF, {SCRIPTS[language]}",
        ours_per_s=1000 / ours,
        cpu_ms=ours,
        p50_ms=ours,
        p99_ms=sorted(taken)[min(len(taken) - 1, int(len(taken) * 0.99))],
        limit=LIMIT,
        limit_per_s=1 / _plain(language, rounds),
        peer=PEER,
        peer_per_s=1 / min(_started(language, n) for n in range(starts)),
    )


def _plain(language: str, rounds: int) -> float:
    """Processor seconds of the typesetter in this process, on a page without address, date or contents."""
    import typst

    with tempfile.TemporaryDirectory() as folder:
        template = Path(folder) / "plain.typ"
        template.write_text(_PLAIN)
        fonts = [str(path) for path in font_folders()]
        typesetter = typst.Compiler(str(template), font_paths=fonts, ignore_system_fonts=True)

        def one(number: int) -> None:
            paragraphs = letter(language, number).paragraphs
            data = {"families": families(), "language": language, "paragraphs": paragraphs}
            typesetter.compile(format="pdf", sys_inputs={"data": json.dumps(data)})

        one(-1)
        return median(cpu_seconds(partial(one, number), 1) for number in range(rounds))


def _started(language: str, number: int) -> float:
    """Processor seconds of a child from its start to its end."""
    before = _children()
    set_sheet("letter", letters_data([letter(language, number)], DIN_5008_B, "bench"), DAY)
    return _children() - before


def _children() -> float:
    """Processor seconds of all children that have ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime
