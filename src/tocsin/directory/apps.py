from django.apps import AppConfig


class DirectoryConfig(AppConfig):
    name = "tocsin.directory"
    label = "directory"

    def ready(self) -> None:
        from tocsin.members.restore import restores

        from .restore import restore_accreditation, restore_contact, restore_office

        restores("accreditation")(restore_accreditation)
        restores("contactpoint")(restore_contact)
        restores("office")(restore_office)
