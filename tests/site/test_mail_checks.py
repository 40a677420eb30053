"""What `tocsin check` finds in the DNS, and that mail waits for it."""

import subprocess
from pathlib import Path

import pytest
from pytest_django import Settings
from tests.post.mail_server import free_port

from tocsin.post.deliver import our_dkim, post_office
from tocsin.site.mail_checks import mail_findings

from .dns_server import SIGNS_ELSEWHERE, SOUND, Records, answering

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _public(settings: Settings) -> None:
    settings.PUBLIC_URL = "https://appeals.example.org"
    settings.SMTP_URL, settings.MAIL_FROM = "smtp://127.0.0.1:25", "Tocsin <post@tocsin.example>"


def said(settings: Settings, records: Records) -> list[str]:
    with answering(records) as server:
        settings.DNS = server
        return [finding.what for finding in mail_findings() if finding.what != SIGNS_ELSEWHERE]


def changed(name: str, kind: str, *values: str) -> Records:
    return {**SOUND, (name, kind): list(values)}


def test_mail_waits_in_the_folder_until_the_check_is_green(settings: Settings) -> None:
    assert not post_office().is_real
    assert said(settings, SOUND) == []
    assert post_office().is_real
    settings.MAIL_FROM = "post@other.example"
    assert not post_office().is_real, "another set-up is checked anew"


def test_a_site_of_one_s_own_machine_is_not_held_up(settings: Settings) -> None:
    settings.PUBLIC_URL, settings.DNS = "http://127.0.0.1:8000", f"127.0.0.1:{free_port()}"
    assert mail_findings() == []
    assert post_office().is_real


@pytest.mark.parametrize(
    ("records", "what"),
    [
        (changed("tocsin.example", "TXT"), "tocsin.example has no SPF record"),
        (changed("tocsin.example", "TXT", '"v=spf1 mx -all"', '"v=spf1 a -all"'), "has 2 SPF records"),
        (changed("tocsin.example", "TXT", '"v=spf1 +all"'), "allows everybody"),
        (changed("_dmarc.tocsin.example", "TXT"), "has no DMARC record"),
        (changed("_dmarc.tocsin.example", "TXT", '"v=DMARC1"'), "has no DMARC record"),
        (changed("tocsin.example", "MX"), "takes no mail"),
        (changed("tocsin.example", "MX", "0 ."), "takes no mail"),
        (changed("7.2.0.192.in-addr.arpa", "PTR"), "has no reverse name"),
        (changed("7.2.0.192.in-addr.arpa", "PTR", "vm7.provider.example."), "is called vm7.provider.example"),
    ],
)
def test_each_fault_is_named(settings: Settings, records: Records, what: str) -> None:
    (found,) = said(settings, records)
    assert what in found
    assert not post_office().is_real


def test_an_administrator_may_say_otherwise_in_words(settings: Settings) -> None:
    settings.MAIL_UNCHECKED = "The provider signs; tested on 3 May."
    faults = said(settings, changed("tocsin.example", "MX"))
    assert [settings.MAIL_UNCHECKED in what for what in faults] == [False, True]
    assert post_office().is_real


def test_the_key_in_the_dns_is_ours(settings: Settings, tmp_path: Path) -> None:
    settings.DKIM_KEY = tmp_path / "dkim.pem"
    subprocess.run(["openssl", "genrsa", "-out", settings.DKIM_KEY, "2048"], check=True, capture_output=True)
    signer = our_dkim()
    assert signer is not None
    name, record = "tocsin._domainkey.tocsin.example", signer.record()
    pieces = f'"{record[:200]}" "{record[200:]}"'
    assert said(settings, changed(name, "TXT", pieces)) == []
    assert "is not ours" in said(settings, changed(name, "TXT", '"v=DKIM1; p=MIIB"'))[0]
    assert "There is no DKIM key" in said(settings, SOUND)[0]


def test_an_envelope_of_another_domain_is_out_of_line_with_dmarc(settings: Settings) -> None:
    settings.BOUNCES = "bounces@elsewhere.example"
    records = {
        **SOUND,
        ("elsewhere.example", "TXT"): ['"v=spf1 mx -all"'],
        ("elsewhere.example", "MX"): ["10 mail.elsewhere.example."],
    }
    assert ["DMARC fails" in what for what in said(settings, records)] == [True]


def test_without_a_dns_it_says_that_it_could_not_ask(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tocsin.site.ask_dns.SECONDS", 0.2)
    settings.DNS = f"127.0.0.1:{free_port()}"
    found = [finding.what for finding in mail_findings() if finding.what != SIGNS_ELSEWHERE]
    assert all("could not be asked" in what for what in found)
    assert len(found) == 4
    assert not post_office().is_real
