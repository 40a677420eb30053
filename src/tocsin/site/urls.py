"""The whole site: the public pages, the API and the desk, each on a URLconf of its own."""

from django.urls import include, path

from .language_prefix import in_each_language

urlpatterns = [
    path("api/v1/", include("tocsin.site.urls_api")),
    path("desk/", include("tocsin.site.urls_desk")),
    in_each_language("tocsin.site.urls_public"),
]

handler400 = "tocsin.site.errors.bad_request"
handler403 = "tocsin.site.errors.not_allowed"
handler404 = "tocsin.site.errors.not_found"
handler500 = "tocsin.site.errors.broken"
