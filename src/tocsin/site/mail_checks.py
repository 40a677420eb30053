"""Whether the world believes that our mail is ours: SPF (RFC 7208), DKIM (6376), DMARC (7489), MX and reverse names."""

import re
from collections.abc import Callable, Iterator
from urllib.parse import urlsplit

from django.conf import settings

from tocsin.post.allowed import is_local_only, remember
from tocsin.post.deliver import our_dkim
from tocsin.post.errors import TemporaryError
from tocsin.post.message_id import our_domain
from tocsin.post.return_path import return_path

from .ask_dns import CouldNotAsk, addresses, mail_hosts, names, texts
from .finding import Finding

LOOPBACK = {"localhost", "127.0.0.1", "::1"}
_KEY = re.compile(r"(?:^|;)\s*p\s*=([^;]*)")


def mail_findings() -> list[Finding]:
    """Remembers whether there was none, which lets mail leave. A site that only this machine can open asks nobody."""
    if is_local_only():
        return []
    found = [finding for check in (_spf, _dkim, _dmarc, _mx, _reverse) for finding in _asked(check)]
    faults = [finding for finding in found if finding.grade != "note"]
    remember(is_green=not faults)
    if faults and settings.MAIL_UNCHECKED:
        found.append(_overridden())
    return found


def _asked(check: Callable[[], Iterator[Finding]]) -> list[Finding]:
    try:
        return list(check())
    except CouldNotAsk as name:
        mend = "Run tocsin check again where names can be looked up. Nothing is said about the record itself."
        return [Finding("unfinished", f"The DNS could not be asked for {name}.", mend)]


def _overridden() -> Finding:
    what = f"Mail leaves although the checks above fail; somebody wrote: “{settings.MAIL_UNCHECKED}”."
    return Finding("note", what, "When they are mended, unset TOCSIN_MAIL_UNCHECKED.")


def _spf() -> Iterator[Finding]:
    """Of the domain in the envelope, which is the one that receivers ask for."""
    domain = return_path().rpartition("@")[2]
    found = [text for text in texts(domain) if text.lower().split(" ")[0] == "v=spf1"]
    if not found:
        mend = f'Add a TXT record at {domain}, such as "v=spf1 mx -all", with what your mail provider says.'
        yield Finding("unfinished", f"{domain} has no SPF record: anybody can send in its name.", mend)
    elif len(found) > 1:
        mend = "Make one of them: receivers take two for none (RFC 7208, 4.5)."
        yield Finding("unfinished", f"{domain} has {len(found)} SPF records.", mend)
    elif {"+all", "all"} & set(found[0].lower().split()):
        what = f"The SPF record of {domain} allows everybody to send in its name."
        yield Finding("unfinished", what, 'Let it end with "-all" or "~all".')


def _dkim() -> Iterator[Finding]:
    dkim = our_dkim()
    if dkim is None:
        what = "Our mail is not signed here: the mail server that it is handed to has to do it."
        yield Finding("note", what, "If it does not, set TOCSIN_DKIM_KEY (docs/operators/sending.md).")
        return
    try:
        record = dkim.record()
    except TemporaryError as fault:
        yield Finding("unfinished", f"No mail leaves: {fault.reason}.", "Correct TOCSIN_DKIM_KEY.")
        return
    name = f"{dkim.selector}._domainkey.{dkim.domain}"
    keys = {"".join(match[1].split()) for text in texts(name) if (match := _KEY.search(text))}
    mend = f'Let the TXT record at {name} read: "{record}"'
    if not keys:
        yield Finding("unfinished", f"There is no DKIM key at {name}: signatures cannot be checked.", mend)
    elif "".join(record.partition("p=")[2].split()) not in keys:
        yield Finding("unfinished", f"The DKIM key at {name} is not ours: signatures fail.", mend)


def _dmarc() -> Iterator[Finding]:
    domain = our_domain()
    tags = _dmarc_of(domain)
    if tags is None:
        mend = f'Add a TXT record at _dmarc.{domain}, such as "v=DMARC1; p=none; rua=mailto:you@{domain}".'
        yield Finding("unfinished", f"{domain} has no DMARC record: large providers distrust its mail.", mend)
        return
    envelope = return_path().rpartition("@")[2]
    is_aligned = envelope == domain
    if tags.get("aspf", "r") == "r":
        is_aligned |= envelope.endswith(f".{domain}") or domain.endswith(f".{envelope}")
    if not is_aligned and our_dkim() is None:
        what = f"Neither SPF ({envelope}) nor a DKIM signature speaks for {domain}: DMARC fails."
        mend = f"Let TOCSIN_BOUNCES be an address at {domain}, or sign with TOCSIN_DKIM_KEY."
        yield Finding("unfinished", what, mend)


def _dmarc_of(domain: str) -> dict[str, str] | None:
    """The domain's own record, else that of the nearest domain above it that has one; a top-level domain's counts not."""
    labels = domain.split(".")
    for above in range(max(len(labels) - 1, 1)):
        for text in texts("_dmarc." + ".".join(labels[above:])):
            pairs = (pair.partition("=") for pair in text.split(";") if pair.strip())
            tags = {name.strip().lower(): value.strip().lower() for name, _sign, value in pairs}
            if tags.get("v") == "dmarc1" and "p" in tags:
                return tags
    return None


def _mx() -> Iterator[Finding]:
    for domain in dict.fromkeys((our_domain(), return_path().rpartition("@")[2])):
        hosts = [host for host in mail_hosts(domain) if host]
        if not hosts:
            what = f"{domain} takes no mail: neither answers nor letters that come back can arrive."
            yield Finding("unfinished", what, f"Add an MX record at {domain} that names its mail server.")


def _reverse() -> Iterator[Finding]:
    """Where this machine's own mail server sends; of a provider's servers the provider takes care."""
    if urlsplit(settings.SMTP_URL).hostname not in LOOPBACK:
        return
    host = urlsplit(settings.PUBLIC_URL).hostname or ""
    for address in addresses(host):
        called = names(address)
        mend = f"Have whoever rents you this server set the reverse name of {address} to {host}."
        if not called:
            yield Finding("unfinished", f"{address} has no reverse name: many servers refuse its mail.", mend)
        elif not any(address in addresses(name) for name in called):
            what = f"{address} is called {called[0]}, and {called[0]} is not {address}: many servers refuse its mail."
            yield Finding("unfinished", what, mend)
