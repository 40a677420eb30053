"""Numbers beside the circles of a map."""

from tocsin.public.map_numbers import MapNumber, Numbered, map_numbers

FRAME = (0, 0, 1000, 500)


def test_a_number_stands_to_the_right_of_its_circle() -> None:
    assert map_numbers([Numbered(500, 200, 10, 140)], FRAME) == [MapNumber(516, 200, 140, ends=False)]


def test_at_the_edge_of_the_map_it_stands_to_the_left() -> None:
    assert map_numbers([Numbered(980, 200, 10, 140)], FRAME) == [MapNumber(964, 200, 140, ends=True)]


def test_no_number_lies_on_another() -> None:
    crowd = [Numbered(500 + each, 200, 10, 100 + each) for each in range(9)]
    placed = map_numbers(crowd, FRAME)
    assert len({(found.y, found.ends) for found in placed}) == len(placed) == 6
    assert placed[0].number == 100


def test_at_the_upper_edge_no_number_is_cut() -> None:
    crowd = [Numbered(500, 20, 10, number) for number in (9, 8, 7, 6, 5)]
    assert {found.y for found in map_numbers(crowd, FRAME)} == {20, 56}
