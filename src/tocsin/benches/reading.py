"""How fast appeals are read, beside the same dictionaries and expressions alone, and beside spaCy where it is installed."""

import sys
from collections.abc import Callable, Iterator
from importlib.util import find_spec
from statistics import median

from tocsin.benches.appeals import SIZE, appeals
from tocsin.benches.fresh_process import fresh
from tocsin.benches.result import Result
from tocsin.benches.timing import cpu_seconds, each, runs

FLOOR = "the same dictionaries and expressions alone"
INTERPRETER = "an interpreter that starts and ends"
SPACY_MODEL = "en_core_web_sm"
LONG, TENTHS = 1_000_000, 3
READING = "from tocsin.cli.main import main; main(['read', '-', '--format', 'json'], standalone_mode=False)"
READ = (sys.executable, "-m", "tocsin.cli.main", "read", "-", "--format", "json")


def measure(quick: bool) -> Iterator[Result]:
    yield _appeals(40 if quick else 200, rounds=3 if quick else 5)
    yield _one_long_text(LONG // 10 if quick else LONG)
    yield _start(3 if quick else 9)


def _appeals(count: int, rounds: int) -> Result:
    from tocsin.benches.floor import floor
    from tocsin.reading.read import read_text

    texts = appeals(count)
    read = each(lambda text: read_text(text, "bench"), texts)
    read()  # once to load what is loaded once
    seconds = cpu_seconds(read, rounds)
    peer = _spacy()
    return Result(
        path=f"appeals of {SIZE} characters",
        ours_per_s=count / seconds,
        cpu_ms=seconds / count * 1000,
        limit=FLOOR,
        limit_per_s=count / cpu_seconds(each(floor(), texts), rounds),
        peer=f"spaCy {SPACY_MODEL}" if peer else None,
        peer_per_s=count / cpu_seconds(each(peer, texts), 1) if peer else None,
        mb_per_s=sum(len(text.encode()) for text in texts) / seconds / 1e6,
    )


def _one_long_text(size: int) -> Result:
    """Linear time: a text ten times as long at the same rate. Each is new, so that nothing of it is remembered."""
    from tocsin.reading.read import read_text

    *tenths, whole = (*appeals(TENTHS, size // 10), appeals(TENTHS + 1, size)[-1])
    short = cpu_seconds(each(lambda text: read_text(text, "bench"), tenths), 1) / TENTHS
    long = cpu_seconds(lambda: read_text(whole, "bench"), 1)
    return Result(
        path=f"one text of {size} characters",
        ours_per_s=1 / long,
        cpu_ms=long * 1000,
        limit="ten texts of a tenth of it",
        limit_per_s=1 / (10 * short),
        mb_per_s=len(whole.encode()) / long / 1e6,
        peak_mb=fresh(READING, whole.encode())[1],
    )


def _start(times: int) -> Result:
    """From the command to the first draft, as a person waits for it: rates of wall time."""
    text = appeals(1)[0].encode()
    ours = runs(READ, text, times)
    bare = runs([sys.executable, "-c", "pass"], b"", times)
    return Result(
        path="start of `tocsin read` to its first draft",
        ours_per_s=1 / median(run.wall for run in ours),
        cpu_ms=median(run.cpu for run in ours) * 1000,
        limit=INTERPRETER,
        limit_per_s=1 / median(run.wall for run in bare),
        p50_ms=median(run.wall for run in ours) * 1000,
        p99_ms=max(run.wall for run in ours) * 1000,
        peak_mb=fresh(READING, text)[1],
    )


def _spacy() -> Callable[[str], object] | None:
    if not (find_spec("spacy") and find_spec(SPACY_MODEL)):
        return None
    import spacy

    reader: Callable[[str], object] = spacy.load(SPACY_MODEL)
    return reader
