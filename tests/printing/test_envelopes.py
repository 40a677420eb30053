import pytest

from tocsin.printing.envelopes import DIN_5008_B, INCH, US_10, Envelope, envelope_for


@pytest.mark.parametrize(
    ("country", "envelope"),
    [("DE", DIN_5008_B), ("KZ", DIN_5008_B), ("US", US_10), ("CA", US_10), ("", DIN_5008_B)],
)
def test_the_envelope_is_that_of_where_the_letter_is_posted(country: str, envelope: Envelope) -> None:
    assert envelope_for(country) == envelope


def test_din_5008_form_b() -> None:
    """The field begins at 45 mm and ends at 90 mm, its text at 25 mm; the sender's line lies in its upper part."""
    e = DIN_5008_B
    assert (e.y + e.height, e.x, e.x + e.width) == (90.0, 25.0, 105.0)
    assert e.sender_y is not None
    assert 45.0 <= e.sender_y <= e.y - 4.5


@pytest.mark.parametrize("slid", [0.0, 0.5, 1.0])
def test_the_address_shows_through_a_number_10_however_the_sheet_lies(slid: float) -> None:
    """`slid`: inches that the sheet lies from the envelope's left edge. It rests on the bottom, folded in three."""
    window_left, window_top = 0.875 - slid, 11 / 3 - 0.5 - 1.125
    e = US_10
    assert window_left + 0.125 <= e.x / INCH
    assert (e.x + e.width) / INCH <= window_left + 4.5 - 0.125
    assert window_top + 0.125 <= e.y / INCH + 0.001
    assert (e.y + e.height) / INCH <= window_top + 1.125 - 0.125 + 0.001
