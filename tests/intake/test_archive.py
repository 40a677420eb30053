"""A zip of files that somebody sends: its files, or a sentence."""

from contextlib import suppress
from io import BytesIO
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tocsin.intake.archive import MOST_FILES, files_of, is_archive
from tocsin.intake.errors import Unreadable


def zipped(files: dict[str, bytes], compression: int = ZIP_DEFLATED) -> bytes:
    packed = BytesIO()
    with ZipFile(packed, "w", compression) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return packed.getvalue()


def refusal(data: bytes) -> str:
    with pytest.raises(Unreadable) as caught:
        list(files_of(data))
    return str(caught.value)


def test_files_come_out_as_they_went_in_and_what_a_mac_leaves_stays_in() -> None:
    files = {
        "a.txt": b"one",
        "letters/b.txt": "два".encode(),
        "__MACOSX/._a.txt": b"x",
        ".DS_Store": b"y",
        "empty/": b"",
    }
    data = zipped(files)
    assert is_archive(data)
    assert list(files_of(data)) == [("a.txt", b"one"), ("letters/b.txt", "два".encode())]


def test_a_path_that_climbs_out_of_the_zip_leads_nowhere_and_its_file_is_kept() -> None:
    data = zipped({"../../etc/passwd": b"one", "/abs/a.txt": b"two", "in/../b.txt": b"three"})
    assert list(files_of(data)) == [("etc/passwd", b"one"), ("abs/a.txt", b"two"), ("in/b.txt", b"three")]


@pytest.mark.parametrize("name", ["[Content_Types].xml", "mimetype", "META-INF/manifest.xml"])
def test_a_document_that_is_zipped_itself_is_no_archive(name: str) -> None:
    assert not is_archive(zipped({name: b"x", "word/document.xml": b"<w/>"}))


def test_what_is_too_much_or_broken_is_refused_in_words() -> None:
    locked = bytearray(zipped({"a.txt": b"one"}))
    for sign, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        locked[locked.index(sign) + offset] |= 1
    cut = zipped({"a.txt": b"one" * 999})
    assert "more than 200 files" in refusal(zipped({f"{n}.txt": b"x" for n in range(MOST_FILES + 1)}))
    assert "more than we take at once" in refusal(zipped({"bomb.txt": b"0" * 9 * 2**20}))
    assert "unusual" in refusal(zipped({"a.txt": b"one"}, ZIP_BZIP2))
    assert "password" in refusal(bytes(locked))
    assert "damaged" in refusal(cut[:-30])
    assert "is damaged" in refusal(cut.replace(cut[40:44], b"\xff\xff\xff\xff", 1))
    assert "without files" in refusal(zipped({"folder/": b""}))


@given(st.binary(max_size=400), st.integers(0, 400))
def test_whatever_comes_is_taken_or_refused(noise: bytes, at: int) -> None:
    whole = zipped({"a.txt": b"one" * 30, "b.txt": b"two"})
    with suppress(Unreadable):
        assert all(
            isinstance(part, bytes) for _name, part in files_of(whole[:at] + noise + whole[at + len(noise) :])
        )
