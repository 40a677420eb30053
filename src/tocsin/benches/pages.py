"""What a read of a public page costs: from our own server and from nginx, with no supporters and with many."""

import tempfile
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from tocsin.benches.crowd.installation import CannotMeasure, own_installation
from tocsin.benches.result import Result
from tocsin.benches.served.pages import ACTION, CASE, add_supporters, make_pages, render_pages
from tocsin.benches.served.reader import cpu_ms_a_read
from tocsin.benches.servers import NGINX, free_port, nginx, ours
from tocsin.benches.timing import share

SUPPORTERS, QUICK = 100_000, 20_000
# nginx takes so little that the clock of its processor needs more of them.
MORE = 10
PLAIN = "nginx on the same file with the same headers, nothing decided"
EMPTY = "the same with no supporters"


def measure(quick: bool, supporters: int | None = None) -> Iterator[Result]:
    """Raises CannotMeasure where nginx is not installed."""
    if NGINX is None:
        raise CannotMeasure("Pages are measured beside nginx, and none is installed: apt install nginx-light")
    with own_installation() as database, tempfile.TemporaryDirectory() as folder:
        make_pages()
        render_pages()
        many, times = supporters or (QUICK if quick else SUPPORTERS), (2_000 if quick else 10_000)
        yield from _measured(Path(folder), database, many, times)


def _measured(folder: Path, database: str, many: int, times: int) -> Iterator[Result]:
    limit = {path: _by_nginx(folder, path, MORE * times, is_plain=True)[0] for path in (ACTION, CASE)}
    shipped, waited = _by_nginx(folder, ACTION, MORE * times, is_plain=False)
    result = partial(_result, database=database, limit=limit)
    yield result("action, behind nginx as shipped", ACTION, shipped, waited)
    with ours() as server:
        empty = {path: cpu_ms_a_read(server, path, times) for path in (ACTION, CASE)}
    for path, (cost, times_waited) in empty.items():
        yield result(f"{_word(path)}, our own server, no supporters", path, cost, times_waited)
    add_supporters(many)
    render_pages()
    with ours() as server:
        for path in (ACTION, CASE):
            cost, times_waited = cpu_ms_a_read(server, path, times)
            name = f"{_word(path)}, our own server, {many} supporters"
            yield result(name, path, cost, times_waited, peer_per_s=1000 / empty[path][0])


def _by_nginx(folder: Path, path: str, times: int, is_plain: bool) -> tuple[float, list[float]]:
    from django.conf import settings

    from tocsin.site.nginx import configuration, headers_of_a_page

    port = free_port()
    settings.PUBLIC_URL = f"http://127.0.0.1:{port}"
    headers = headers_of_a_page().replace("$tocsin_language", "en")
    site = _plain(port, settings.PAGES_FOLDER, headers) if is_plain else configuration(9)
    with nginx(site, port, folder) as server:
        return cpu_ms_a_read(server, f"{path}/en.html" if is_plain else path, times)


def _plain(port: int, pages: Path, headers: str) -> str:
    return f"server {{ listen 127.0.0.1:{port}; root {pages}; access_log off; gzip_static on;\n{headers} }}"


def _word(path: str) -> str:
    return {ACTION: "action", CASE: "case"}[path]


def _result(
    name: str,
    path: str,
    cost: float,
    waited: list[float],
    database: str,
    limit: dict[str, float],
    peer_per_s: float | None = None,
) -> Result:
    return Result(
        path=name,
        database=database,
        ours_per_s=1000 / cost,
        cpu_ms=cost,
        limit=PLAIN,
        limit_per_s=1000 / limit[path],
        peer=EMPTY if peer_per_s else None,
        peer_per_s=peer_per_s,
        p50_ms=share(waited, 50),
        p99_ms=share(waited, 99),
    )
