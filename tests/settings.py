"""The installation under test: its data in a folder that is gone afterwards.

SQLite by default; `TOCSIN_DATABASE_URL` (see tests/postgres.py) runs the storage tests on PostgreSQL.
"""

import atexit
import os
import shutil
import tempfile

os.environ["TOCSIN_DATA"] = tempfile.mkdtemp(prefix="tocsin-test-")
os.environ["TOCSIN_SECRET_KEY"] = "a key for tests, known to everybody"
# One language, unless a test is about languages (`speaking`): every stored page is rendered in each.
os.environ["TOCSIN_LANGUAGES"] = "en"
# Playwright keeps an event loop in the thread of the tests; nothing of ours is asynchronous.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
for name in ("TOCSIN_SMTP_URL", "TOCSIN_MAIL_FROM", "TOCSIN_PUBLIC_URL", "TOCSIN_ORGANISATION"):
    os.environ.pop(name, None)
for name in [name for name in os.environ if name.startswith(("TOCSIN_SECOND_", "TOCSIN_ENDPOINT_"))]:
    os.environ.pop(name)
atexit.register(shutil.rmtree, os.environ["TOCSIN_DATA"], ignore_errors=True)

from tocsin.site.settings import *

# Argon2 is slow on purpose; a test of passwords sets it back.
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]

WHITENOISE = "whitenoise.middleware.WhiteNoiseMiddleware"
MIDDLEWARE[MIDDLEWARE.index(WHITENOISE)] = "tests.static_files.ListedOnce"

if not os.environ.get("TOCSIN_DATABASE_URL"):
    # A file, as in life, since other processes and threads use it too; each xdist worker has its own folder.
    DATABASES["default"]["TEST"] = {"NAME": DATABASES["default"]["NAME"]}
else:
    # tests/postgres.py has laid out the tables there.
    DATABASES["default"]["TEST"] = {"TEMPLATE": DATABASES["default"]["NAME"]}
