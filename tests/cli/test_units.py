"""Files for systemd and containers: filled in, and nothing in them writes down who visits."""

import configparser
from pathlib import Path

import yaml
from tests.cli.running import tocsin


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


def test_containers_are_closed_and_log_nobody(tmp_path: Path) -> None:
    assert tocsin("units", tmp_path, "--containers", "--port", 8001).returncode == 0
    services = yaml.safe_load((tmp_path / "compose.yaml").read_text())["services"]
    assert sorted(services) == ["database", "serve", "work"]
    assert services["serve"]["ports"] == ["127.0.0.1:8001:8000"]
    assert "ports" not in services["database"]
    assert "log_connections=off" in services["database"]["command"]
    assert (tmp_path / "Dockerfile").read_text().count("USER tocsin") == 1
