from django.apps import AppConfig


class FollowupConfig(AppConfig):
    name = "tocsin.followup"
    label = "followup"
