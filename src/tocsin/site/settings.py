"""The installation, read from the environment (`TOCSIN_...`) and from what `tocsin setup` keeps in the data folder.

`docs/operators/` lists every variable.
"""

from pathlib import Path

from csp.constants import NONE, SELF

from . import catalogues, environment, kept_settings

DATA = environment.folder("TOCSIN_DATA", "tocsin-data")
kept_settings.adopt(DATA)
SECRET_KEY = environment.secret_key(DATA)
DEBUG = False
PUBLIC_URL = environment.text("TOCSIN_PUBLIC_URL", "http://127.0.0.1:8000").rstrip("/")
ALLOWED_HOSTS = environment.hosts(PUBLIC_URL)
# How many proxies of ours stand before the server; only what the outermost of them says of a client is believed.
PROXIES = environment.number("TOCSIN_PROXIES", 0)
IS_HTTPS = PUBLIC_URL.startswith("https://")

# Mail: until both are set, outgoing mail goes to the folder below DATA.
SMTP_URL = environment.text("TOCSIN_SMTP_URL", "")
MAIL_FROM = environment.text("TOCSIN_MAIL_FROM", "")
MAIL_FOLDER = DATA / "mail"
# Connections that a worker keeps open to that server, as far as it has letters for them.
MAIL_CONNECTIONS = environment.number("TOCSIN_MAIL_CONNECTIONS", 8, least=1, most=32)
# The mailbox that mail comes back to; its address is written as bounces+TOKEN@domain.
BOUNCES = environment.text("TOCSIN_BOUNCES", "")
# The mailbox that offices answer to, written as replies+TOKEN@domain; what comes there is led to the same mailbox or pipe.
REPLIES = environment.text("TOCSIN_REPLIES", "")
# The mailbox for what comes back, as imaps://user@host/INBOX; read every five minutes where TOCSIN_ONLINE is on.
BOUNCE_MAILBOX = environment.text("TOCSIN_BOUNCE_MAILBOX", "")
# The provider that sends our mail and tells us what came of it, and by what its calls are known as its own.
MAIL_PROVIDER = environment.mail_provider()
ANYMAIL = {
    "WEBHOOK_SECRET": environment.text("TOCSIN_MAIL_PROVIDER_SECRET", ""),
    "MAILGUN_WEBHOOK_SIGNING_KEY": environment.text("TOCSIN_MAIL_PROVIDER_KEY", ""),
    "MANDRILL_WEBHOOK_KEY": environment.text("TOCSIN_MAIL_PROVIDER_KEY", ""),
    "MANDRILL_WEBHOOK_URL": f"{PUBLIC_URL}/mail-events",
}
DKIM_KEY = environment.file("TOCSIN_DKIM_KEY")
DKIM_SELECTOR = environment.text("TOCSIN_DKIM_SELECTOR", "tocsin")
# Why mail may leave although `tocsin check` is not green, in an administrator's words.
MAIL_UNCHECKED = environment.text("TOCSIN_MAIL_UNCHECKED", "")
# The DNS server that `tocsin check` asks, as 192.0.2.1:53; empty: the system's.
DNS = environment.text("TOCSIN_DNS", "")
PAGES_FOLDER = environment.folder("TOCSIN_PAGES", str(DATA / "pages"))
# Told the state of the audit trail each day, so that rewriting it here would show there.
AUDIT_WITNESS = environment.text("TOCSIN_AUDIT_WITNESS", "")

ORGANISATION = environment.text("TOCSIN_ORGANISATION", "Tocsin")
# Who answers for the site, as the law of most countries asks, and who answers for the data of supporters.
LEGAL_NOTICE = environment.text("TOCSIN_LEGAL_NOTICE", "")
PRIVACY_CONTACT = environment.text("TOCSIN_PRIVACY_CONTACT", "")

# Whether mailboxes and feeds that an administrator added may be asked.
ONLINE = environment.yes("TOCSIN_ONLINE")

# Another reader that the desk may ask. Nothing leaves this machine unless the address of the endpoint, its setting
# "elsewhere" and the report itself all say so.
SECOND_OPINION = environment.second_opinion()
ENDPOINT = environment.endpoint()

INSTALLED_APPS = [
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django_otp",
    "django_otp.plugins.otp_totp",
    "django_otp.plugins.otp_static",
    "csp",
    "tocsin.look",
    "tocsin.jobs",
    "tocsin.post",
    "tocsin.members",
    "tocsin.directory",
    "tocsin.reports",
    "tocsin.cases",
    "tocsin.supporters",
    "tocsin.actions",
    "tocsin.delivery",
    "tocsin.followup",
    "tocsin.public",
    "tocsin.desk",
    "tocsin.api",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "tocsin.site.headers.HeadersMiddleware",
    "tocsin.site.policy.PolicyMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "tocsin.site.language_of.LanguageMiddleware",
    "django.middleware.common.CommonMiddleware",
    "tocsin.site.storable.StorableMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django_otp.middleware.OTPMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
]

ROOT_URLCONF = "tocsin.site.urls"
WSGI_APPLICATION = "tocsin.site.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [Path(__file__).parent / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "builtins": ["tocsin.site.templatetags.moments"],
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "django.template.context_processors.i18n",
                "tocsin.desk.inbox_count.inbox_waiting",
            ],
        },
    }
]

DATABASES = {"default": environment.database(DATA)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "members.Member"
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 14},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "sign_in"
OTP_TOTP_ISSUER = ORGANISATION

# A session dies after an hour without use, and at the latest after twelve.
SESSION_COOKIE_AGE = 60 * 60
SESSION_SAVE_EVERY_REQUEST = True
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SECURE = IS_HTTPS
SESSION_COOKIE_PATH = "/desk/"
SESSION_COOKIE_NAME = "desk"
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SECURE = IS_HTTPS
CSRF_TRUSTED_ORIGINS = [PUBLIC_URL]
CSRF_FAILURE_VIEW = "tocsin.site.errors.form_expired"
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
        "require-trusted-types-for": ["'script'"],
    }
}
SECURE_CONTENT_TYPE_NOSNIFF = True
# Other sites learn nothing. Stricter ("no-referrer") and browsers send "Origin: null" with our own forms too.
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
SECURE_HSTS_SECONDS = 63_072_000 if IS_HTTPS else 0
# The server itself speaks plain HTTP on loopback; the proxy before it says whether its own side was safe.
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if IS_HTTPS else None

LOCALE_PATHS = [catalogues.FOLDER]
LANGUAGES = environment.languages("TOCSIN_LANGUAGES", catalogues.offered())
LANGUAGE_CODE = LANGUAGES[0][0]
# A member's own choice for the desk; the public pages know no cookie.
LANGUAGE_COOKIE_NAME = "desk_language"
USE_I18N = True
USE_TZ = True
TIME_ZONE = "UTC"

STATIC_URL = "/static/"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
WHITENOISE_USE_FINDERS = True
WHITENOISE_ALLOW_ALL_ORIGINS = False

DATA_UPLOAD_MAX_MEMORY_SIZE = 12 * 1024 * 1024
FILE_UPLOAD_MAX_MEMORY_SIZE = 12 * 1024 * 1024
EMAIL_BACKEND = "django.core.mail.backends.dummy.EmailBackend"

LOGGING = environment.logging()
