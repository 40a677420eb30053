"""A coordinator sends several files at once, finds what could not be read, and adds a folder as a way in."""

from .coordinator import Coordinator
from .watched_browser import look

TEXT = (
    "Riga, 3 May 2015. Police beat nine dockers and their lawyer Lina Marwede at the port gate."
    " Write to the Embassy of Latvia in Oslo and demand her release."
)
BROKEN = b"\x89PNG\r\n\x1a\n" + b"no picture" * 20


def test_files_come_in_and_a_bad_one_waits(coordinator: Coordinator) -> None:
    page = coordinator.page
    page.goto("/desk/reports/new")
    page.get_by_label("Or choose files").set_input_files(
        [
            {"name": "dockers.txt", "mimeType": "text/plain", "buffer": TEXT.encode()},
            {"name": "letter.png", "mimeType": "image/png", "buffer": BROKEN},
        ]
    )
    look(page, "report-new")
    coordinator.press("Read it")
    page.get_by_text("2 files are stored.").wait_for()
    page.get_by_text("could not be read").first.wait_for()  # the page looks again by itself
    look(page, "inbox-arriving")
    coordinator.follow("letter.png")
    page.get_by_text("The file is kept as it came in, byte for byte.").wait_for()
    coordinator.press("Try again")
    page.get_by_text("Could not be read").first.wait_for()
    look(page, "arrival-failed")
    page.locator("summary").filter(has_text="Dismiss").click()
    page.get_by_label("Yes, delete its bytes for good").check()
    coordinator.press("Dismiss it")
    page.get_by_text("Dismissed: its bytes are deleted.").wait_for()
    assert page.get_by_role("link", name="letter.png").count() == 0
    coordinator.follow("All that came in")
    look(page, "arrivals")


def test_a_folder_becomes_a_way_in(coordinator: Coordinator) -> None:
    page = coordinator.page
    page.goto("/desk/")
    coordinator.follow("Ways in")
    page.get_by_label("Name").fill("The scanner in the office")
    page.get_by_label("Folder or address").fill("from-the-scanner")
    coordinator.press("Add it")
    page.get_by_text("last looked at").wait_for()
    look(page, "sources")
