"""Where an address must stand to be read through the window of an envelope."""

from dataclasses import dataclass

INCH = 25.4


@dataclass(frozen=True)
class Envelope:
    """Millimetres from the upper left corner of the sheet: the field of the address, its width and height.

    `sender_y` is the line of the sender above the address, None where the window has no room for it; `body_y` is where
    the letter begins, `folds` where the sheet is folded. `paper` is typst's name of the sheet's size.
    """

    code: str
    paper: str
    x: float
    y: float
    width: float
    height: float
    sender_y: float | None
    body_y: float
    folds: tuple[float, ...]


# DIN 5008:2020, form B: the field begins 45 mm from the top and 20 mm from the left, 85 by 45 mm, its text 5 mm inside;
# the upper 17.7 mm are for the sender's line and remarks, the lower 27.3 mm for six lines of address. Folds at 105
# and 210 mm. For a window of DIN 680 (90 by 45 mm) in an envelope DL or C6/5.
DIN_5008_B = Envelope("din", "a4", 25.0, 62.7, 80.0, 27.3, 57.5, 98.5, (105.0, 210.0))
# Number 10, 4 1/8 by 9 1/2 inches, window 4 1/2 by 1 1/8 inches, 7/8 from the left and 1/2 from the bottom; a sheet of
# 8 1/2 by 11 inches folded in three lies in it with an inch of play sideways. The field is what shows however the sheet
# lies, 1/8 inch clear of the edges as the US Domestic Mail Manual asks (202.5, 601.6.3); its top as for a sheet that
# rests on the envelope's bottom, its height (7/8) so that the last lines show also where it slides up.
US_10 = Envelope(
    "us10",
    "us-letter",
    1.0 * INCH,
    2.042 * INCH + INCH / 8,
    3.25 * INCH,
    0.875 * INCH,
    None,
    3.8 * INCH,
    (11 * INCH / 3, 22 * INCH / 3),
)
ENVELOPES = {envelope.code: envelope for envelope in (DIN_5008_B, US_10)}
# Where people write on US-Letter: CLDR 48, supplemental/measurementData, paperSize.
_US_LETTER = frozenset(["BZ", "CA", "CL", "CO", "CR", "GT", "MX", "NI", "PA", "PH", "PR", "SV", "US", "VE"])


def envelope_for(country: str) -> Envelope:
    """For the country (ISO alpha-2) of whoever prints and posts the sheet."""
    return US_10 if country in _US_LETTER else DIN_5008_B
