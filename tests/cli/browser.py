"""A stranger's browser in a few lines: keeps cookies, sends tell-tale headers, comes from a tell-tale address."""

import http.client
import re
from urllib.parse import urlencode, urlsplit

from tests.patience import PATIENCE


class Browser:
    """Talks to one origin. `address` is where it comes from, `agent` what it says it is."""

    def __init__(self, origin: str, address: str = "127.0.0.1", agent: str = "test") -> None:
        self.host, self.port = urlsplit(origin).hostname or "", urlsplit(origin).port
        self.address, self.agent = address, agent
        self.cookies: dict[str, str] = {}

    def request(
        self, method: str, path: str, body: str | None = None, **headers: str
    ) -> tuple[int, str, str]:
        """Status, where it leads, and the page."""
        connection = http.client.HTTPConnection(
            self.host, self.port, timeout=PATIENCE, source_address=(self.address, 0)
        )
        cookies = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        ours = {"User-Agent": self.agent, "Cookie": cookies, **headers}
        connection.request(method, path, body, ours)
        answer = connection.getresponse()
        for name, value in answer.getheaders():
            if name.lower() == "set-cookie":
                cookie, _, content = value.partition(";")[0].partition("=")
                self.cookies[cookie] = content
        page = answer.read().decode(errors="replace")
        connection.close()
        return answer.status, answer.getheader("Location", "") or "", page

    def get(self, path: str, **headers: str) -> tuple[int, str, str]:
        return self.request("GET", path, **headers)

    def press(self, path: str, **fields: str) -> tuple[int, str, str]:
        """Opens a page and sends its form."""
        _, _, page = self.get(path)
        token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', page)
        assert token is not None, page
        body = urlencode({**fields, "csrfmiddlewaretoken": token[1]})
        return self.request("POST", path, body, **{"Content-Type": "application/x-www-form-urlencoded"})
