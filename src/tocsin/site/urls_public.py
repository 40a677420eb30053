"""Addresses of the public pages."""

from django.urls import URLPattern, path

from tocsin.public.action import action
from tocsin.public.case import case
from tocsin.public.confirm import confirm
from tocsin.public.feed import feed
from tocsin.public.home import home
from tocsin.public.privacy import privacy
from tocsin.public.robots import robots
from tocsin.public.safety import safety

urlpatterns: list[URLPattern] = [
    path("", home, name="home"),
    path("a/<slug:slug>", action, name="action"),
    path("c/<slug:slug>", case, name="case"),
    path("confirm/<str:token>", confirm, name="confirm"),
    path("safety", safety, name="safety"),
    path("privacy", privacy, name="privacy"),
    path("feed", feed, name="feed"),
    path("robots.txt", robots, name="robots"),
]
