"""Answers as settings, and settings as the answers that they came of."""

from collections.abc import Mapping
from urllib.parse import quote, unquote, urlsplit

TLS_FROM_START = "465"
# What answers decide; every other setting in the file stays as it is.
DECIDED = (
    "TOCSIN_PUBLIC_URL",
    "TOCSIN_PROXIES",
    "TOCSIN_ORGANISATION",
    "TOCSIN_SMTP_URL",
    "TOCSIN_MAIL_FROM",
    "TOCSIN_LEGAL_NOTICE",
    "TOCSIN_PRIVACY_CONTACT",
)


def settings_of(answers: Mapping[str, str]) -> dict[str, str]:
    """Variable -> value. What was left empty is left out."""
    is_https = answers["https"] == "yes"
    mail = bool(answers.get("mail_server"))
    told = {
        "TOCSIN_PUBLIC_URL": f"{'https' if is_https else 'http'}://{answers['domain']}",
        # HTTPS is a proxy's, and it says who asks.
        "TOCSIN_PROXIES": "1" if is_https else "",
        "TOCSIN_ORGANISATION": answers.get("organisation", ""),
        "TOCSIN_SMTP_URL": _smtp_url(answers) if mail else "",
        "TOCSIN_MAIL_FROM": answers.get("mail_from", "") if mail else "",
        "TOCSIN_LEGAL_NOTICE": answers.get("legal_notice", ""),
        "TOCSIN_PRIVACY_CONTACT": answers.get("privacy_contact", ""),
    }
    return {name: value for name, value in told.items() if value}


def answers_of(settings: Mapping[str, str]) -> dict[str, str]:
    """What was answered, as far as it was."""
    answers = {
        "organisation": settings.get("TOCSIN_ORGANISATION", ""),
        "legal_notice": settings.get("TOCSIN_LEGAL_NOTICE", ""),
        "privacy_contact": settings.get("TOCSIN_PRIVACY_CONTACT", ""),
        "mail_from": settings.get("TOCSIN_MAIL_FROM", ""),
        **_of_site(settings.get("TOCSIN_PUBLIC_URL", "")),
        **_of_mail(settings.get("TOCSIN_SMTP_URL", "")),
    }
    return {key: value for key, value in answers.items() if value}


def merged(before: Mapping[str, str], answers: Mapping[str, str]) -> dict[str, str]:
    """The whole file: what the answers decide, and whatever else stood in it."""
    now = settings_of(answers)
    # Somebody with two proxies has said so by hand.
    if "TOCSIN_PROXIES" in now and before.get("TOCSIN_PROXIES"):
        now["TOCSIN_PROXIES"] = before["TOCSIN_PROXIES"]
    return {**{name: value for name, value in before.items() if name not in DECIDED}, **now}


def _smtp_url(answers: Mapping[str, str]) -> str:
    scheme = "smtps" if answers["mail_port"] == TLS_FROM_START else "smtp"
    user, password = answers.get("mail_user", ""), answers.get("mail_password", "")
    account = quote(user, safe="") + (f":{quote(password, safe='')}" if password else "")
    return f"{scheme}://{account}{'@' if account else ''}{answers['mail_server']}:{answers['mail_port']}"


def _of_site(url: str) -> dict[str, str]:
    if not url:
        return {}
    parts = urlsplit(url)
    return {"domain": parts.netloc, "https": "yes" if parts.scheme == "https" else "no"}


def _of_mail(url: str) -> dict[str, str]:
    if not url:
        return {}
    parts = urlsplit(url)
    return {
        "mail_server": parts.hostname or "",
        "mail_port": str(parts.port or (TLS_FROM_START if parts.scheme == "smtps" else 587)),
        "mail_user": unquote(parts.username or ""),
        "mail_password": unquote(parts.password or ""),
    }
