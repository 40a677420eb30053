"""Light on old phones: a page and its style sheets fit into a few packets."""

import gzip
import re
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from django.test import Client
from tests.delivery.scene import Scene

from .pages import PAGES, show_all


@pytest.fixture
def everything(scene: Scene) -> Scene:
    return show_all(scene)


@pytest.mark.parametrize("path", PAGES)
def test_a_page_weighs_at_most_40_kilobytes(everything: Scene, olga: Client, path: str) -> None:
    html = olga.get(path).content
    files = [Path(str(finders.find(name))) for name in re.findall(r'/static/([^"]+\.css)', html.decode())]
    assert files
    assert sum(len(gzip.compress(data)) for data in [html, *(f.read_bytes() for f in files)]) < 40_000
