"""What the web server calls."""

import os
from importlib import import_module

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tocsin.site.settings")
_django = get_wsgi_application()
# Asks settings and apps as it is imported: they are there only now.
application = import_module("tocsin.site.stored_pages").StoredPages(_django)
import_module("tocsin.site.collector").leave_what_is_loaded()
