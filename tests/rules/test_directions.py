"""What is copied by the letter runs in its own direction: beside Arabic, '33 Thurloe Square' would end in its number."""

import re
from pathlib import Path

SOURCE = Path(__file__).parents[2] / "src/tocsin"
COPIED = re.compile(r'<address[^>]*>|<\w+[^>]*class="address"[^>]*>')


def test_addresses_links_and_keys_have_a_direction_of_their_own() -> None:
    pages = {path.name: COPIED.findall(path.read_text()) for path in SOURCE.glob("*/templates/**/*.html")}
    assert sum(map(len, pages.values())) > 5
    assert {
        name: tag for name, tags in pages.items() for tag in tags if not re.search(r'dir="(auto|ltr)"', tag)
    } == {}
