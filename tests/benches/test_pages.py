"""`tocsin bench pages`: what it reads are the pages that readers get, and more supporters show on them."""

import pytest

from tocsin.benches.served.pages import ACTION, CASE, INCIDENTS, add_supporters, make_pages, render_pages
from tocsin.public.stored.files import path_of

pytestmark = pytest.mark.django_db


def test_the_pages_are_real_and_count_the_supporters() -> None:
    make_pages()
    add_supporters(12)
    render_pages()
    action, case = (path_of(path.strip("/"), "en.html").read_text() for path in (ACTION, CASE))
    assert '<dd class="count">12</dd>' in action
    assert case.count('<p class="when">') == INCIDENTS
