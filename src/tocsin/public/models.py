"""What is remembered of the rendered pages themselves."""

from django.db import models


class PageFolder(models.Model):
    """A folder of rendered pages that belong together. Its row is the lock that decides which rendering may stay.

    `taken_down`: how often its pages were taken away; a rendering that began before the last time is thrown away.
    `stamp`: the time of its files in seconds since 1970, always a new one, since browsers ask by it.
    """

    name = models.CharField(max_length=100, unique=True, help_text="where it lies, such as a/some-action")
    taken_down = models.PositiveBigIntegerField(default=0)
    stamp = models.PositiveBigIntegerField(default=0)

    def __str__(self) -> str:
        return self.name
