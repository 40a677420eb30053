"""The pages as a browser shows them: readable by everybody, nothing from elsewhere."""

import pytest
from playwright.sync_api import Page
from tests.axe import violations
from tests.delivery.scene import Scene

from .conftest import Reader
from .pages import PAGES, A, show_all

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def everything(scene: Scene) -> Scene:
    return show_all(scene)


def faults(page: Page) -> list[str]:
    """What axe-core finds, and whether anything sticks out to the side."""
    found = violations(page)
    root = "document.documentElement"
    if page.evaluate(f"{root}.scrollWidth > {root}.clientWidth"):
        found.append(f"{page.url} is wider than the screen")
    return found


@pytest.mark.parametrize(("width", "scheme"), [(320, "dark"), (1280, "light")])
@pytest.mark.soak
def test_every_page_is_accessible_and_fits_the_screen(
    everything: Scene, reader: Reader, width: int, scheme: str
) -> None:
    page = reader.open("/", width, color_scheme=scheme)
    found: list[str] = []
    for path in PAGES:
        page.goto(path)
        found += faults(page)
    assert found == []


def test_a_letter_that_is_being_written(everything: Scene, reader: Reader) -> None:
    page = reader.open(f"{A}/write?country=NO&ties=no")
    found = faults(page)
    page.get_by_label("Your letter").fill("")
    page.get_by_role("button", name="Choose how to send it").click()
    found += faults(page)
    page.get_by_label("Your letter").fill("In my own words.")
    page.get_by_role("button", name="Choose how to send it").click()
    page.locator("details.way").evaluate_all("all => all.forEach(way => way.open = true)")
    found += faults(page)
    page.get_by_role("button", name="Send me the mail to confirm").click()
    found += faults(page)
    assert found == []
    assert page.get_by_text("Please give your e-mail address").is_visible()


def test_the_copy_buttons_copy(everything: Scene, reader: Reader) -> None:
    page = reader.open(f"{A}/write?country=NO&ties=no", permissions=["clipboard-read", "clipboard-write"])
    page.get_by_label("Your letter").fill("Meine Worte: größer.")
    page.get_by_role("button", name="Choose how to send it").click()
    page.get_by_text("By copy and paste").click()
    page.get_by_role("button", name="Copy").nth(2).click()
    page.get_by_text("Copied.").wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == "Meine Worte: größer."


def test_the_story_and_the_country_stand_on_one_phone_screen(everything: Scene, reader: Reader) -> None:
    box = reader.open(A).get_by_role("button", name="Write a letter").bounding_box()
    assert box is not None
    assert box["y"] + box["height"] < 844


def test_the_map_leads_to_the_table_by_mouse_and_by_keyboard(everything: Scene, reader: Reader) -> None:
    page = reader.open("/offices/KZ/", 1280)
    page.locator('a[href="#BR"] use').click()
    assert page.locator("tr:target th").inner_text() == "Brazil"
    page.get_by_role("link", name="Embassy in Rome").focus()
    page.keyboard.press("Enter")
    assert page.locator("tr:target th").inner_text() == "Italy"
    page.get_by_role("link", name="Past the map").focus()
    assert page.get_by_role("link", name="Past the map").is_visible()
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "table-head"


def test_to_a_screen_reader_the_table_stays_one_on_a_phone(everything: Scene, reader: Reader) -> None:
    page = reader.open("/offices/KZ/")
    row = page.get_by_role("table", name="As a table").get_by_role("row").filter(has_text="Norway")
    assert row.get_by_role("cell").first.inner_text().startswith("Embassy in Oslo")
    assert page.locator("figure.world use:visible").count() > 150


def test_who_represents_a_country_is_asked_without_scripts(everything: Scene, reader: Reader) -> None:
    page = reader.open("/offices/", java_script_enabled=False)
    page.get_by_label("The country that you write to").fill("Казахстан")
    page.get_by_role("button", name="Show its offices").click()
    page.get_by_label("Where do you live?").fill("Korea")
    page.get_by_role("button", name="Show my way").first.click()
    page.get_by_role("link", name="South Korea").first.click()
    assert page.get_by_role("heading", name="For people in South Korea").is_visible()


def test_without_scripts_nothing_is_offered_that_needs_one(everything: Scene, reader: Reader) -> None:
    page = reader.open(f"{A}/write?country=NO&ties=no", java_script_enabled=False)
    page.get_by_role("button", name="Choose how to send it").click()
    page.get_by_text("By copy and paste").click()
    assert page.get_by_role("textbox", name="Letter").is_visible()
    assert page.get_by_role("button", name="Copy").count() == 0
