from django.apps import AppConfig


class PostConfig(AppConfig):
    name = "tocsin.post"
    label = "post"

    def ready(self) -> None:
        from tocsin.jobs.handlers import handler
        from tocsin.jobs.timetable import every

        from .queue_mail import send_queued_mail
        from .tidy_folder import tidy_folder

        handler("post.mail")(send_queued_mail)
        handler("post.tidy_folder")(tidy_folder)
        every("post.tidy_folder", seconds=3600)
