"""The configuration of nginx for this installation: it serves the files that our own server would, as that would."""

from pathlib import Path
from urllib.parse import urlsplit

from django.conf import settings

from tocsin.look.languages import ALSO_CALLED, codes, prefix_of

from .headers import standing_headers

_TEMPLATE = Path(__file__).with_name("nginx.conf")
# What nginx says of a file by itself is not here: its tag, its time, its length.
_OF_A_PAGE = (
    ("Cache-Control", "no-cache"),
    ("Vary", "Accept-Language"),
    ("Content-Language", "$tocsin_language"),
)
_REDIRECT = """server {{
    listen 80;
    listen [::]:80;
    server_name {host};
    access_log off;
    error_log /dev/null crit;
    server_tokens off;
    return 301 https://$host$request_uri;
}}
"""
_SECURE = """    listen 443 ssl http2;
    listen [::]:443 ssl http2;
    ssl_certificate /etc/letsencrypt/live/{host}/fullchain.pem;
    ssl_certificate_key /etc/letsencrypt/live/{host}/privkey.pem;
    ssl_protocols TLSv1.2 TLSv1.3;
"""


def configuration(port: int) -> str:
    """`port`: where `tocsin serve` listens on this machine."""
    public = urlsplit(settings.PUBLIC_URL)
    host = public.hostname or ""
    listen = _SECURE.format(host=host) if settings.IS_HTTPS else f"    listen {host}:{public.port or 80};\n"
    parts = {
        "default": settings.LANGUAGE_CODE,
        "languages": "".join(f"    ~*^{_called(code)}\\b {code};\n" for code in codes()),
        "named": "".join(f"    ~^/{prefix_of(code)} {code};\n" for code in codes() if prefix_of(code)),
        "prefix": f"(?:/(?:{'|'.join(codes())}))?" if prefix_of(codes()[0]) else "",
        "port": str(port),
        "redirect": _REDIRECT.format(host=host) if settings.IS_HTTPS else "",
        "listen": listen,
        "host": host,
        "pages": str(settings.PAGES_FOLDER),
        "headers": headers_of_a_page(),
        "scheme": "https" if settings.IS_HTTPS else "http",
    }
    text = _TEMPLATE.read_text(encoding="utf-8")
    for name, value in parts.items():
        text = text.replace("{" + name + "}", value)
    return text


def _called(code: str) -> str:
    """By itself and whatever else browsers call it."""
    return f"(?:{'|'.join([code, *(other for other, own in ALSO_CALLED.items() if own == code)])})"


def headers_of_a_page() -> str:
    """nginx forgets those of the server in a location that adds its own: so each adds all."""
    given = [*standing_headers(settings.IS_HTTPS), *_OF_A_PAGE]
    return "".join(f'        add_header {name} "{value}" always;\n' for name, value in given)
