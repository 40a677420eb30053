"""Kazakhstan covered Bahrain from Riyadh and Malta from Rome, said its supporters' list of June 2011."""

import pytest

from tocsin.routing.hints import likely_seats
from tocsin.routing.shipped import missions_of


@pytest.mark.parametrize(("receiver", "seat"), [("BH", "SA"), ("MT", "IT")])
def test_the_seat_that_others_use_is_the_first_to_look_at(receiver, seat):
    assert likely_seats(receiver, missions_of("KZ"))[0] == seat


def test_only_where_the_sender_has_an_embassy_and_never_more_than_three():
    seats = likely_seats("MD", missions_of("KZ"))
    assert 0 < len(seats) <= 3
    assert set(seats) <= {office.in_country for office in missions_of("KZ")}
    assert likely_seats("MD", ()) == ()
