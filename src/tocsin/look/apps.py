from django.apps import AppConfig


class LookConfig(AppConfig):
    name = "tocsin.look"
    label = "look"
