"""The site with one page more, which breaks."""

from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, URLResolver, path

from tocsin.site import urls
from tocsin.site.urls import handler400, handler403, handler404, handler500

__all__ = ["handler400", "handler403", "handler404", "handler500", "urlpatterns"]


def broken(request: HttpRequest) -> HttpResponse:
    raise RuntimeError("broken on purpose")


urlpatterns: list[URLPattern | URLResolver] = [path("broken", broken, name="broken_page"), *urls.urlpatterns]
