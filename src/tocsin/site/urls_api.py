"""Addresses of the API, each as `api/openapi.json` describes it."""

from django.urls import URLPattern, path

from tocsin.api.actions import api_action, api_actions
from tocsin.api.cases import api_case
from tocsin.api.counts import api_counts
from tocsin.api.document import api_document
from tocsin.api.gatherings import api_gatherings
from tocsin.api.letters import api_letters
from tocsin.api.routes import api_route

urlpatterns: list[URLPattern] = [
    path("openapi.json", api_document, name="api_document"),
    path("actions", api_actions, name="api_actions"),
    path("actions/<slug:slug>", api_action, name="api_action"),
    path("actions/<slug:slug>/routes/<slug:country>", api_route, name="api_route"),
    path("actions/<slug:slug>/gatherings", api_gatherings, name="api_gatherings"),
    path("actions/<slug:slug>/counts", api_counts, name="api_counts"),
    path("actions/<slug:slug>/letters", api_letters, name="api_letters"),
    path("cases/<slug:slug>", api_case, name="api_case"),
]
