"""Scans: read where the tesseract program is installed, and refused with the line to run where it is not."""

import shutil

import pytest
from tests.intake.making import mail, pdf, png, png_of, scanned_pdf

from tocsin.intake.errors import Damaged, Empty, NeedsTesseract
from tocsin.intake.receive import receive
from tocsin.intake.sandbox.run import Deadline
from tocsin.intake.scans import packs, recognise
from tocsin.intake.scans.packs import packs_for

LETTER = [
    "URGENT ACTION",
    "",
    "Ana Ninguna was arrested in Gdynia on 3 May 2014.",
    "She is held in Warsaw without charge.",
]
READ = "URGENT ACTION\n\nAna Ninguna was arrested in Gdynia on 3 May 2014.\nShe is held in Warsaw without charge."
with_tesseract = pytest.mark.skipif(
    shutil.which("tesseract") is None,
    reason="!!!! NOT TESTED without tesseract: sudo apt install tesseract-ocr",
)
HEAD = "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext\n"


def row(block: int, line: int, sure: float, text: str) -> str:
    return f"5\t1\t{block}\t1\t{line}\t1\t0\t0\t9\t9\t{sure}\t{text}\n"


@with_tesseract
@pytest.mark.parametrize("scan", [png_of(LETTER), scanned_pdf(LETTER)], ids=["png", "pdf"])
def test_a_scan_is_read_and_said_to_be_one(scan: bytes) -> None:
    received = receive(scan, "scan")
    assert received.text == READ
    assert received.notes[0].code == "scanned"
    assert "recognised in a picture, well (9" in received.notes[0].message


@with_tesseract
def test_a_scanned_page_among_others_and_a_scan_in_a_mail() -> None:
    received = receive(pdf(["The first page"], ["<drawing>"]), "a.pdf")
    assert received.text == "The first page"
    assert received.notes[0].message.startswith("Not read: page 2: no words were recognised")
    assert READ in receive(mail(b"See the scan", ("scan.png", png_of(LETTER))), "a.eml").text


@with_tesseract
@pytest.mark.parametrize(
    ("scan", "error", "words"),
    [
        (png(800, 600, b"no pixels"), Damaged, "picture that is damaged"),
        (png_of([]), Empty, "no words were recognised"),
    ],
    ids=["broken", "blank"],
)
def test_a_picture_without_words_is_said(scan: bytes, error: type[Exception], words: str) -> None:
    with pytest.raises(error, match=words):
        receive(scan, "scan")


@pytest.fixture
def no_tesseract(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda _: None)
    packs.installed.cache_clear()


@pytest.mark.usefixtures("no_tesseract")
def test_without_tesseract_it_is_said_how_to_get_it() -> None:
    for scan in (png_of(LETTER), scanned_pdf(LETTER)):
        with pytest.raises(NeedsTesseract, match="apt install tesseract-ocr"):
            receive(scan, "scan")
    received = receive(pdf(["The first page"], ["<drawing>"]), "a.pdf")
    assert (received.text, received.notes[0].code) == ("The first page", "page_unread")
    packs.installed.cache_clear()


def test_doubtful_words_are_listed_where_they_stand(monkeypatch: pytest.MonkeyPatch) -> None:
    table = (
        HEAD
        + row(1, 1, 95.2, "Ana")
        + row(1, 1, 41, "N1nguna")
        + row(1, 2, 90, "was")
        + row(2, 1, 12.5, "arr")
    )
    table += row(2, 1, -1, " ") + "4\t1\t2\t1\t1\t0\t0\t0\t9\t9\t-1\t\n"
    monkeypatch.setattr(recognise, "recognised", lambda *_: table.encode())
    monkeypatch.setattr(recognise, "installed", lambda: frozenset({"eng"}))
    monkeypatch.setattr(packs, "installed", lambda: frozenset({"eng"}))
    found = recognise.read_picture(b"", Deadline(1))
    assert found.text == "Ana N1nguna\nwas\n\narr"
    scanned, doubtful = found.notes
    assert "badly (60 % sure" in scanned.message
    assert doubtful.message == "Recognised with less than 60 % confidence: N1nguna, arr."
    assert [found.text[span.start : span.end] for span in doubtful.spans] == ["N1nguna", "arr"]


@pytest.mark.parametrize(
    ("have", "seen", "chosen"),
    [
        ({"eng", "osd"}, "Script: Latin\n", "eng"),
        (
            {"eng", "spa", "fra", "deu", "por"},
            "Orientation: 0\nScript: Latin\nScript confidence: 2",
            "eng+spa+fra",
        ),
        ({"eng", "rus", "ukr"}, "Script: Cyrillic\n", "rus+ukr+eng"),
        ({"eng"}, "Script: Cyrillic\n", "eng"),
        ({"fra"}, "", "fra"),
        ({"rus"}, "", "rus"),
        ({"eng"}, "Script: Runic\n", "eng"),
    ],
)
def test_packs_by_script(have: set[str], seen: str, chosen: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packs, "installed", lambda: frozenset(have))
    assert packs_for(seen) == chosen


@pytest.mark.parametrize(
    ("have", "found"),
    [
        ({"eng"}, {"Latin"}),
        ({"rus"}, {"Cyrillic"}),
        ({"eng", "rus"}, {"Latin", "Cyrillic"}),
        ({"eng", "osd", "spa"}, {"Latin"}),
        ({"eng", "rus", "fra"}, {"Latin", "Cyrillic"}),
    ],
)
def test_the_script_is_only_asked_for_where_there_is_a_choice(
    have: set[str], found: set[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(packs, "installed", lambda: frozenset(have))
    assert packs.scripts() == found


def test_a_missing_pack_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packs, "installed", lambda: frozenset({"osd"}))
    with pytest.raises(NeedsTesseract, match="apt install tesseract-ocr-chi-sim"):
        packs_for("Script: Han\n")
