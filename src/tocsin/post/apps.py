from django.apps import AppConfig


class PostConfig(AppConfig):
    name = "tocsin.post"
    label = "post"

    def ready(self) -> None:
        from tocsin.jobs.handlers import handler

        from .queue_mail import send_queued_mail

        handler("post.mail")(send_queued_mail)
