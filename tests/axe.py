"""axe-core on a page: every rule over all of it, but contrast, three quarters of the work, on the first of each kind."""

from pathlib import Path
from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

AXE = Axe()
FIRST_OF_EACH_KIND = Path(__file__).with_suffix(".js").read_text()
ALL_OF_IT: dict[str, Any] = {"resultTypes": ["violations"]}
BUT_CONTRAST = {**ALL_OF_IT, "rules": {"color-contrast": {"enabled": False}}}


def violations(page: Page, contrast_of_all: bool = False) -> list[str]:
    """What is wrong with the page as it stands; words that are marked up alike have the same colours."""
    if contrast_of_all:
        found = AXE.run(page, options=ALL_OF_IT).response["violations"]
    else:
        found = AXE.run(page, options=BUT_CONTRAST).response["violations"] + page.evaluate(FIRST_OF_EACH_KIND)
    return [f"{page.url}: {rule['id']}: {[node['html'][:120] for node in rule['nodes']]}" for rule in found]
