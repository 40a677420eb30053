"""Every public page in every language of the site: in it and in its direction, on a narrow telephone, with nothing that axe finds."""

from collections.abc import Callable

import pytest
from django.utils.translation import trans_real
from playwright.sync_api import Page
from pytest_django import Settings
from tests.broken_words import broken_words
from tests.delivery.scene import Scene

from tocsin.site.catalogues import SOURCE, SPOKEN, compile_all

from .conftest import Reader
from .pages import PAGES, show_all
from .test_in_chromium import faults

pytestmark = pytest.mark.django_db(transaction=True)
NARROW = 320
ALL = [
    pytest.param(code, marks=() if code == "de" else pytest.mark.soak) for code in SPOKEN if code != SOURCE
]


@pytest.mark.parametrize("language", ALL)
def test_a_page_fits_in_every_language(
    scene: Scene, reader: Reader, speaking: Callable[..., None], settings: Settings, language: str
) -> None:
    """German has the longest words."""
    compile_all([language])
    trans_real._translations.pop(language, None)
    speaking(SOURCE, language)
    show_all(scene)
    page = reader.open("/", NARROW, locale=language, color_scheme="dark")
    found: list[str] = []
    for path in PAGES:
        page.goto(path)
        found += faults(page)
        found += _broken(page)
        if page.locator("html").get_attribute("lang") != language:
            found.append(f"{path} is not in {language}")
    trans_real._translations.pop(language, None)
    assert found == []


def _broken(page: Page) -> list[str]:
    """On a telephone of today and on a screen, where columns stand beside each other."""
    found: list[str] = []
    for width in (390, 1280):
        page.set_viewport_size({"width": width, "height": 844})
        found += broken_words(page)
    page.set_viewport_size({"width": NARROW, "height": 844})
    return found
