from importlib import resources

import pytest

from tocsin.look.world import project, world


@pytest.mark.parametrize(
    ("latitude", "longitude", "x", "y"),
    [(0, 0, 0, 0), (0, 180, 500, 0), (0, -180, -500, 0), (90, 0, 0, -243.4), (-90, 0, 0, 243.4)],
)
def test_the_corners_of_the_world(latitude, longitude, x, y):
    assert project(latitude, longitude) == (x, y)


def test_the_place_of_oslo_is_in_its_country_s_quarter():
    x, y = project(59.91, 10.75)
    assert 0 < x < 40
    assert -210 < y < -180


def test_every_shape_is_in_the_picture_under_its_code():
    svg = resources.files("tocsin.look").joinpath("static/look/world.svg").read_text()
    assert all(f'<path id="{name}" ' in svg for name in (*world().shapes, *world().lands))
    assert {"NO", "KZ", "RU", "FJ", "XK", "EH", "TW"} <= world().shapes


def test_small_countries_are_points_in_the_picture():
    left, top, width, height = world().view_box
    assert {"MT", "SG", "AD", "TV", "VA"} <= world().points.keys()
    assert not world().points.keys() & world().shapes
    assert all(left <= x <= left + width and top <= y <= top + height for x, y in world().points.values())
