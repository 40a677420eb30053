"""The size of a picture is known before anything unpacks it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.intake.making import jpeg_head, png

from tocsin.intake.errors import Damaged, Overblown
from tocsin.intake.receive import receive
from tocsin.intake.scans.size import check_size


@pytest.mark.parametrize("picture", [png(10_000, 5_000), jpeg_head(10_000, 5_000)])
def test_fifty_megapixels_are_refused(picture: bytes) -> None:
    with pytest.raises(Overblown, match="50 megapixels, more than 40"):
        receive(picture, "a.png")


@pytest.mark.parametrize("picture", [png(8_000, 5_000), jpeg_head(8_000, 5_000), jpeg_head(1, 1)])
def test_forty_megapixels_are_taken(picture: bytes) -> None:
    check_size(picture)


@pytest.mark.parametrize(
    "picture", [png(0, 5), png(5, 5)[:20], jpeg_head(5, 5)[:22], jpeg_head(0, 9), b"\xff\xd8\xff"]
)
def test_a_broken_header_is_said(picture: bytes) -> None:
    with pytest.raises(Damaged, match="picture that is damaged"):
        check_size(picture)


@given(
    st.binary(max_size=200), st.sampled_from([b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff\xff\xd9"])
)
def test_any_bytes_end(rest: bytes, start: bytes) -> None:
    try:
        check_size(start + rest)
    except (Damaged, Overblown):
        return
