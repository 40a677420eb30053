"""The whole site: the public pages, and the desk on a URLconf of its own."""

from django.urls import include, path

urlpatterns = [
    path("", include("tocsin.site.urls_public")),
    path("desk/", include("tocsin.site.urls_desk")),
]
