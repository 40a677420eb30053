"""The full count: tens of thousands of mutated files, none of which may lead to anything but text or a sentence."""

import os
import random
import zipfile
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from io import BytesIO
from multiprocessing import get_context

import pytest
from tests.intake.making import docx, mail, odt, paragraph, pdf, scanned_pdf, zipped

from tocsin.intake.errors import Unreadable
from tocsin.intake.receive import receive
from tocsin.intake.sandbox import answer
from tocsin.intake.sandbox.child import _parsed
from tocsin.intake.sandbox.confine import PARSING, confine

MUTATIONS = int(os.environ.get("TOCSIN_MUTATIONS", "20000"))
BATCH = 100
LETTER = [
    "URGENT ACTION",
    "",
    "Ana Ninguna was arrested in Gdynia on 3 May 2014.",
    "Write to office@embassy.example",
]
RTF = rb"{\rtf1\ansi\ansicpg1251{\fonttbl{\f0\fcharset204 Arial;}}\f0 \'cf\'f0\'e8 \u1084?\par {\field{\*\fldinst{HYPERLINK"
PAGE = b"<html><head><title>Free Ana</title></head><body><main><h1>Free Ana</h1><table><tr><td>Oslo</td><td>22</td></tr>"
SAMPLES: dict[str, bytes] = {
    "pdf": pdf(LETTER, LETTER),
    "docx": docx(paragraph("Ana") * 5 + "<w:tbl><w:tr><w:tc>" + paragraph("Oslo") + "</w:tc></w:tr></w:tbl>", "a@b.example"),
    "odt": odt("<text:h>Ana</text:h><text:list><text:list-item><text:p>one</text:p></text:list-item></text:list>"),
    "rtf": RTF + rb' "mailto:a@b.example"}}{\fldrslt the office}}\par}',
    "mail": mail(b"Please read.", ("a.txt", b"words"), ("b.pdf", b"%PDF-1.4")),
    "html": PAGE + b"</table><p>Write to <a href='mailto:a@b.example'>them</a>.</p></main><div id=comments>x</div></body>",
}  # fmt: skip
WORDS = [
    b"<w:tbl>",
    b"</w:p>",
    b"<text:p>",
    b'<w:hyperlink r:id="m">',
    b' w:val="x"',
    b"",
    b"\0",
    b"\xff" * 4,
    b"<",
    b">",
    b"{" * 9,
    b"}",
    b"99999999",
    b"-1",
    b"\\",
    b"PK\x01\x02",
    b"\n\n",
    b"obj",
    b"--b1",
]


def mutated(kind: str, seed: int) -> bytes:
    """The same for the same seed, so that a failure can be looked at again."""
    dice, data = random.Random(f"{kind}{seed}"), SAMPLES[kind]
    if data.startswith(b"PK") and dice.random() < 0.7:
        return _mutated_inside(data, dice)
    return _changed(data, dice)


def _mutated_inside(data: bytes, dice: random.Random) -> bytes:
    """One part of a zipped document changed and all of it zipped again: a wrong checksum would hide the change."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    name = dice.choice([name for name in parts if name.endswith(("xml", "rels"))])
    return zipped({**parts, name: _changed(parts[name], dice)}, first_stored="mimetype" in parts)


def _changed(data: bytes, dice: random.Random) -> bytes:
    for _ in range(dice.choice([1, 1, 2, 4, 8, 30])):
        at = dice.randrange(len(data) + 1)
        piece = dice.choice(WORDS) if dice.random() < 0.5 else dice.randbytes(dice.choice([1, 2, 8]))
        data = data[:at] + piece + data[at + dice.choice([0, 1, 1, len(piece), 40]) :]
    return data


def outcome(kind: str, seed: int) -> str:
    try:
        answer.read(_parsed(mutated(kind, seed), kind))
    except Unreadable as refusal:
        return type(refusal).__name__
    return "read"


def outcomes(kind: str, first: int) -> Counter[str]:
    return Counter(outcome(kind, seed) for seed in range(first, first + BATCH))


def whole_way(kind: str, seed: int) -> str:
    """Through a real child, as in production."""
    try:
        receive(mutated(kind, seed), "x")
    except Unreadable as refusal:
        return type(refusal).__name__
    return "read"


@pytest.mark.soak
@pytest.mark.parametrize("kind", SAMPLES)
def test_every_mutation_is_read_or_refused(kind: str) -> None:
    count: Counter[str] = Counter()
    batches = range(0, MUTATIONS // len(SAMPLES) + 1, BATCH)
    for first in batches:
        with ProcessPoolExecutor(1, get_context("spawn"), confine, (PARSING,)) as pool:
            try:
                count += pool.submit(outcomes, kind, first).result(timeout=120)
            except (
                BrokenProcessPool
            ):  # a crash in native code: in production the child's, so nothing must come of it
                count += Counter(whole_way(kind, seed) for seed in range(first, first + BATCH))
                count["crashed batch"] += 1
    print(f"\n{kind}: {dict(count)}")
    assert count["read"] > 0
    assert count.total() - count["crashed batch"] == len(batches) * BATCH


@pytest.mark.soak
@pytest.mark.parametrize("kind", SAMPLES)
def test_mutations_on_the_whole_way_through_children(kind: str) -> None:
    count = Counter(whole_way(kind, seed) for seed in range(200))
    print(f"\n{kind}, through children: {dict(count)}")
    assert count.total() == 200


@pytest.mark.soak
def test_scans_that_are_broken(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(SAMPLES, "scan", scanned_pdf(LETTER))
    count = Counter(whole_way("scan", seed) for seed in range(20))
    print(f"\nscans: {dict(count)}")
    assert count.total() == 20
