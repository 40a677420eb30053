from django.apps import AppConfig


class CasesConfig(AppConfig):
    name = "tocsin.cases"
    label = "cases"
