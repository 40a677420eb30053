import hashlib
from pathlib import Path
from zipfile import ZipFile

import pypdfium2
from playwright.sync_api import Browser, Page

from tests.cli.running import up

from .coordinator import Coordinator
from .running_site import RunningSite, WatchedPostbox
from .watched_browser import DESKTOP, PHONE, WatchedBrowser, fits, leads_on, see, violations


def test_a_coordinator_sends_the_bundle_and_gives_the_case_to_another_office(
    action_address: str, coordinator: Coordinator, chromium: Browser, fresh: Path, tmp_path: Path
) -> None:
    page = coordinator.page
    page.goto(coordinator.case_address)
    coordinator.follow("^Export$")
    page.set_viewport_size(PHONE)
    assert fits(page)
    assert violations(page) == []
    page.set_viewport_size(DESKTOP)

    bundle = exported(coordinator, "Numbered bundle", tmp_path / "bundle.zip")
    see(page, "export")
    assert violations(page) == []
    assert hashlib.sha256(bundle.read_bytes()).hexdigest() in page.inner_text("main")
    the_lawyer_opens(bundle, tmp_path / "opened")

    whole = exported(coordinator, "The whole case", tmp_path / "case.zip")
    page.goto("/desk/cases/import")
    restore(page, whole)
    assert "This case is on this server already" in page.inner_text("main")
    assert violations(page) == []
    another_office_restores(whole, chromium, fresh)


def exported(coordinator: Coordinator, kind: str, path: Path) -> Path:
    page = coordinator.page
    page.get_by_label(kind).check()
    coordinator.press("Make the file")
    with page.expect_download() as download:
        page.get_by_role("link", name="Download").first.click()
    download.value.save_as(path)
    assert "-confidential-" in download.value.suggested_filename
    return path


def the_lawyer_opens(bundle: Path, folder: Path) -> None:
    """Every exhibit has the hash that stands beside its name; the pages tell of it."""
    with ZipFile(bundle) as packed:
        packed.extractall(folder)
    sums = [line.split("  ") for line in (folder / "SHA256SUMS").read_text().splitlines()]
    assert len(sums) == 2
    for sha256, name in sums:
        assert hashlib.sha256((folder / name).read_bytes()).hexdigest() == sha256
    pages = pypdfium2.PdfDocument(folder / "bundle.pdf")
    text = "".join(" ".join(p.get_textpage().get_text_range() for p in pages).split())
    assert "NataliaSokolova" in text
    assert all(sha256 in text for sha256, _name in sums)


def another_office_restores(whole: Path, chromium: Browser, fresh: Path) -> None:
    """On a server of its own, which knows nothing of the case."""
    own = fresh / "own.txt"
    own.write_text("Riga, 8 May 2015. Nine dockers were arrested at the harbour.\n")
    with up(fresh, own) as running:
        browser = WatchedBrowser(chromium, running.origin, size=PHONE)
        ada = Coordinator(browser.page, RunningSite(running, WatchedPostbox()))
        ada.sign_in()
        browser.page.goto("/desk/cases/")
        ada.follow("Restore a case")
        assert violations(browser.page) == []
        restore(browser.page, whole)
        see(browser.page, "restored")
        said = browser.page.inner_text("main")
        assert "The case is here" in said
        assert "Natalia Sokolova" in said
        assert violations(browser.page) == []
        browser.close()


def restore(page: Page, whole: Path) -> None:
    page.get_by_label("The zip").set_input_files(whole)
    leads_on(page.get_by_role("button", name="Restore it"))
