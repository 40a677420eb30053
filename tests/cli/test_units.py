"""Files for systemd and containers: filled in, and nothing in them writes down who visits."""

import configparser
import re
import tomllib
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
import yaml
from django.urls import resolve
from tests.cli.running import tocsin

from tocsin.cli.main import module_of

ROOT = Path(__file__).parents[2]


def test_services_are_made_for_this_installation(tmp_path: Path) -> None:
    answer = tocsin("units", tmp_path / "made", "--data", tmp_path / "data", "--port", 8001)
    assert answer.returncode == 0
    for name, runs in (("serve", "serve --port 8001"), ("work", "work")):
        text = (tmp_path / "made" / f"tocsin-{name}.service").read_text()
        unit = configparser.ConfigParser(interpolation=None, strict=True)
        unit.read_string(text)
        assert unit["Service"]["ExecStart"].endswith(f"/tocsin {runs}")
        assert unit["Service"]["Environment"] == f"TOCSIN_DATA={tmp_path / 'data'}"
        assert unit["Service"]["ReadWritePaths"] == str(tmp_path / "data")
        assert unit["Service"]["UMask"] == "0077"
        assert "{" not in text
    assert "HUP" in (tmp_path / "made" / "tocsin-serve.service").read_text()


def test_services_may_write_pages_where_nginx_reads_them(tmp_path: Path) -> None:
    data, pages = tmp_path / "data", tmp_path / "pages"
    data.mkdir()
    (data / "settings.toml").write_text(f'TOCSIN_PAGES = "{pages}"\n')
    assert tocsin("units", tmp_path, "--data", data).returncode == 0
    assert f"ReadWritePaths={data} {pages}\n" in (tmp_path / "tocsin-work.service").read_text()


@pytest.fixture(scope="module")
def containers(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("checkout")
    assert tocsin("units", folder, "--containers", "--port", 8001).returncode == 0
    return folder


def compose(folder: Path) -> dict[str, Any]:
    return yaml.safe_load((folder / "compose.yaml").read_text())


def test_containers_are_closed_and_log_nobody(containers: Path) -> None:
    services = compose(containers)["services"]
    assert sorted(services) == ["database", "serve", "work"]
    assert services["serve"]["ports"] == ["127.0.0.1:8001:8000"]
    assert "ports" not in services["database"]
    database = services["database"]["command"]
    # A detail of a refused row would quote an address.
    assert {"log_connections=off", "log_statement=none", "log_error_verbosity=terse"} <= set(database)
    for service in services.values():
        # Docker's own way keeps all that is ever printed.
        assert service["logging"] == {"driver": "local", "options": {"max-size": "1m", "max-file": "3"}}
    for ours in (services["serve"], services["work"]):
        assert (ours["read_only"], ours["cap_drop"]) == (True, ["ALL"])
    assert (containers / "Dockerfile").read_text().count("USER tocsin") == 1


def test_containers_hold_together(containers: Path) -> None:
    """What they keep is declared, who waits for whom is there and says when it is ready, and no secret stands inside."""
    told = compose(containers)
    services, kept = told["services"], set(told["volumes"])
    named = {volume.partition(":")[0] for service in services.values() for volume in service["volumes"]}
    assert named == kept
    for service in services.values():
        for other, how in service.get("depends_on", {}).items():
            assert how == {"condition": "service_healthy"}
            assert services[other]["healthcheck"]["test"]
    passwords = re.findall(r"\$\{(\w+):\?[^}]+\}", (containers / "compose.yaml").read_text())
    assert passwords == ["POSTGRES_PASSWORD"] * 2
    assert services["database"]["environment"]["POSTGRES_PASSWORD"].startswith("${POSTGRES_PASSWORD:?")


def test_what_containers_run_is_there(containers: Path) -> None:
    services = compose(containers)["services"]
    for ours in (services["serve"], services["work"]):
        name, *words = ours["command"]
        command = import_module(module_of(name)).command
        command.make_context(name, words)
    python, flag, asks = services["serve"]["healthcheck"]["test"][1:]
    assert (python, flag) == ("python", "-c")
    compile(asks, "healthcheck", "exec")
    assert resolve(re.findall(r"127\.0\.0\.1:8000(/\w+)", asks)[0]).url_name == "safety"


def test_the_image_gets_all_that_the_package_is_made_of_and_no_data(containers: Path) -> None:
    """A build sees what is let through, and copies it."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())
    wheel = project["tool"]["hatch"]["build"]["targets"]["wheel"]
    needed = {
        project["project"]["readme"],
        *project["project"]["license-files"],
        wheel["hooks"]["custom"]["path"],
    }
    copied = re.findall(r"^COPY (.+) \S+$", (containers / "Dockerfile").read_text(), re.MULTILINE)
    sources = {source for line in copied for source in line.split()}
    assert sources == needed | {"pyproject.toml", "requirements.lock", "src"}
    assert [source for source in sources if not (ROOT / source).exists()] == []
    kept_out, *let_through = [
        line for line in (containers / "Dockerfile.dockerignore").read_text().splitlines() if line[0] != "#"
    ]
    assert kept_out == "*"
    assert {line.removeprefix("!") for line in let_through if line.startswith("!")} == sources
