"""The whole site: the public pages, the API and the desk, each on a URLconf of its own."""

from django.urls import include, path

urlpatterns = [
    path("", include("tocsin.site.urls_public")),
    path("api/v1/", include("tocsin.site.urls_api")),
    path("desk/", include("tocsin.site.urls_desk")),
]

handler400 = "tocsin.site.errors.bad_request"
handler403 = "tocsin.site.errors.not_allowed"
handler404 = "tocsin.site.errors.not_found"
handler500 = "tocsin.site.errors.broken"
