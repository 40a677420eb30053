"""What each process of the web server runs; it ends with the server that started it."""

from tocsin.site.wsgi import application

from .leash import follow_parent

__all__ = ["application"]

follow_parent()
