"""Nothing of who visits stays at rest: no address, no browser, in any file or on any output."""

from pathlib import Path
from urllib.parse import urlsplit

import pytest
from tests.cli.browser import Browser
from tests.cli.running import up
from tests.rules.routes import routes

# Loopback has more addresses than one, so that ours can be told from the server's own.
ADDRESS = "127.45.67.89"
PROXIED = "203.0.113.77"
AGENT = "Canary/17 (somebody's phone)"
TRACES = (ADDRESS, PROXIED, "Canary/17", "somebody's phone")


@pytest.mark.long
def test_a_visitor_leaves_no_address_and_no_browser_behind(fresh: Path, tmp_path: Path) -> None:
    appeal = tmp_path / "appeal.txt"
    # Read instead of the sample, whose review takes longer than all the visits.
    appeal.write_text(
        "Riga, 3 May 2015. Write to the Embassy of Latvia in Oslo and demand an end to the beatings."
    )
    with up(fresh, appeal) as running:
        visit(Browser(running.origin, ADDRESS, AGENT), urlsplit(running.desk_link).path)
        assert running.stop() == 0
    files = [path for path in fresh.rglob("*") if path.is_file()]
    assert fresh / "tocsin.sqlite3" in files
    found = [(path.name, trace) for path in files for trace in TRACES if trace.encode() in path.read_bytes()]
    assert found == []
    assert [trace for trace in TRACES if trace in running.printed] == []


def visit(browser: Browser, link: str) -> None:
    """Every address, a wrong password, a form without its token, a one-time link, a page that is not there."""
    proxied = {"X-Forwarded-For": PROXIED, "X-Real-IP": PROXIED, "Forwarded": f"for={PROXIED}"}
    for route in routes():
        browser.get(route.address, **proxied)
        browser.request("POST", route.address, "a=b", **proxied)
    assert browser.get("/no/such/page", **proxied)[0] == 404
    assert browser.press("/desk/sign-in/", email="olga@elsewhere.example", password="wrong")[0] == 200
    assert browser.press(link)[1] == "/desk/second-factor/"
    assert browser.press("/desk/enrol/", code="000000")[0] == 200
