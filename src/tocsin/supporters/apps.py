from django.apps import AppConfig


class SupportersConfig(AppConfig):
    name = "tocsin.supporters"
    label = "supporters"
